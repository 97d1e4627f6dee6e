import SwiftASN1
package import X509

extension Certificate {
  /// Reads a certificate that nothing else covers, to the bit; nil for the same certificate in another
  /// encoding, such as one that calls the last zeros of its signature unused.
  package init?(exactly der: [UInt8]) {
    guard let certificate = try? Certificate(derEncoded: der), certificate.encoded == der,
      let parts = try? DERParts(DERParts.root(of: der)).rest, parts.count == 3,
      let signature = try? ASN1BitString(derEncoded: parts[2]), signature.paddingBits == 0
    else { return nil }
    self = certificate
  }
}
