import Cases
import Foundation
import Sealing
import SwiftASN1

/// An SES_Signature of version 4 (GB/T 38540-2020, 7.1) that other software made, with or without extensions and a
/// timestamp, which are not looked at. DER is read strictly all the same.
struct GMThirdPartySignature {
  private let signedPart: [UInt8]
  private let dataHash: [UInt8]
  private let seal: (info: [UInt8], signed: Signed)
  private let signed: Signed

  /// nil where the bytes are something else.
  init?(_ bytes: [UInt8]) {
    guard let parts = Self.children(of: try? DER.parse(bytes)), (4...5).contains(parts.count),
      let inside = Self.children(of: parts[0]), (5...6).contains(inside.count),
      (try? Int(derEncoded: inside[0])) == 4, let seal = Self.children(of: inside[1]),
      seal.count == 4, let made = Signed(seal[1...]), let signed = Signed(parts[1..<4]),
      let hash = try? ASN1BitString(derEncoded: inside[3]), hash.paddingBits == 0
    else { return nil }
    signedPart = Array(parts[0].encodedBytes)
    dataHash = Array(hash.bytes)
    self.seal = (Array(seal[0].encodedBytes), made)
    self.signed = signed
  }

  /// The subject of the certificate whose signature covers and fits these parts of the file.
  func subjectAfterChecking(
    _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>
  ) throws(PDFRefusal) -> String {
    guard dataHash == (try? SM3.hash(before, after)) else { throw .init(.contentAltered) }
    guard signed.fits(signedPart), seal.signed.fits(seal.info) else {
      throw .init(.signatureWrong)
    }
    return signed.certificate.subject
  }

  private static func children(of node: ASN1Node?) -> [ASN1Node]? {
    guard let node, node.identifier == .sequence, case .constructed(let children) = node.content
    else { return nil }
    return Array(children)
  }

  /// Certificate, algorithm and signature, as they stand behind both signed structures.
  private struct Signed {
    let certificate: SM2Certificate
    let signature: [UInt8]

    init?(_ nodes: ArraySlice<ASN1Node>) {
      let nodes = Array(nodes)
      guard nodes.count == 3, let der = try? ASN1OctetString(derEncoded: nodes[0]).bytes,
        let certificate = SM2Certificate(der: Array(der)),
        (try? ASN1ObjectIdentifier(derEncoded: nodes[1])) == SM2.withSM3,
        let bits = try? ASN1BitString(derEncoded: nodes[2]), bits.paddingBits == 0
      else { return nil }
      self.certificate = certificate
      signature = Array(bits.bytes)
    }

    func fits(_ message: [UInt8]) -> Bool {
      SM2Signature.isCanonical(signature)
        && certificate.publicKey.isValid(signature, for: message)
    }
  }
}
