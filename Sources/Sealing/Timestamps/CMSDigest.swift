import Crypto
import SwiftASN1
import X509

/// A digest algorithm that is still safe in signatures (RFC 5754).
package enum CMSDigest: Sendable {
  case sha256, sha384, sha512

  init?(_ identifier: ASN1ObjectIdentifier) {
    switch identifier {
    case [2, 16, 840, 1, 101, 3, 4, 2, 1]: self = .sha256
    case [2, 16, 840, 1, 101, 3, 4, 2, 2]: self = .sha384
    case [2, 16, 840, 1, 101, 3, 4, 2, 3]: self = .sha512
    default: return nil
    }
  }

  /// The digest of the parts, one behind the other.
  package func digest(of parts: [ArraySlice<UInt8>]) -> [UInt8] {
    switch self {
    case .sha256: Self.hash(parts, SHA256())
    case .sha384: Self.hash(parts, SHA384())
    case .sha512: Self.hash(parts, SHA512())
    }
  }

  private static func hash(_ parts: [ArraySlice<UInt8>], _ hash: some HashFunction) -> [UInt8] {
    var hash = hash
    for part in parts { hash.update(data: part) }
    return Array(hash.finalize())
  }

  /// The algorithm of a signature over this digest: RSA PKCS #1 or ECDSA (RFC 5754, 3; RFC 5758, 3.2).
  func signatureAlgorithm(_ identifier: ASN1ObjectIdentifier) -> Certificate.SignatureAlgorithm? {
    let rsa: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
    return switch (self, identifier) {
    case (.sha256, [1, 2, 840, 10045, 4, 3, 2]): .ecdsaWithSHA256
    case (.sha384, [1, 2, 840, 10045, 4, 3, 3]): .ecdsaWithSHA384
    case (.sha512, [1, 2, 840, 10045, 4, 3, 4]): .ecdsaWithSHA512
    case (.sha256, rsa), (.sha256, [1, 2, 840, 113549, 1, 1, 11]): .sha256WithRSAEncryption
    case (.sha384, rsa), (.sha384, [1, 2, 840, 113549, 1, 1, 12]): .sha384WithRSAEncryption
    case (.sha512, rsa), (.sha512, [1, 2, 840, 113549, 1, 1, 13]): .sha512WithRSAEncryption
    default: nil
    }
  }
}
