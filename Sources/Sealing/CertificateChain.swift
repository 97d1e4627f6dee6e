package import Cases
import Crypto
import Foundation
import PortableDocument
import SwiftASN1
import X509

/// The certificates of a seal in PEM, the sealing one first, up to the root.
package struct CertificateChain: Sendable {
  /// DER.
  package private(set) var certificates: [[UInt8]]

  /// - Throws: `bad_seal_authority` for anything but one to four certificates.
  package init(pem: [UInt8]) throws(Problem) {
    let text = String(decoding: pem, as: UTF8.self)
    guard let documents = try? PEMDocument.parseMultiple(pemString: text),
      (1...4).contains(documents.count),
      documents.allSatisfy({ $0.discriminator == "CERTIFICATE" })
    else { throw .badAuthority("PEM") }
    certificates = documents.map(\.derBytes)
  }

  /// Whether there is no issuer in it.
  var isSingle: Bool { certificates.count == 1 }

  mutating func append(_ other: CertificateChain) { certificates += other.certificates }

  /// PEM of the root: the anchor that a trust store lists.
  var anchor: String { certificates.last.map(Self.pem) ?? "" }

  var pem: [UInt8] { Array(certificates.map(Self.pem).joined().utf8) }

  /// SHA-256 of the sealing certificate, lower-case hexadecimal.
  var fingerprint: String { HexDigits.lower(SHA256.hash(data: certificates[0])) }

  /// - Throws: `bad_seal_authority`.
  var sealing: Certificate {
    get throws(Problem) {
      guard let certificate = try? Certificate(derEncoded: certificates[0]) else {
        throw .badAuthority("certificate")
      }
      return certificate
    }
  }

  /// - Throws: `bad_seal_authority` where it is not on P-256.
  var sealingKey: P256.Signing.PublicKey {
    get throws(Problem) {
      guard let key = P256.Signing.PublicKey(try sealing.publicKey) else {
        throw .badAuthority("P-256 certificate")
      }
      return key
    }
  }

  private static func pem(_ der: [UInt8]) -> String {
    PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n"
  }
}
