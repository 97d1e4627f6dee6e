import SwiftASN1
import X509

/// A SignerInfo with signed attributes (RFC 5652, 5.3), its certificate named by issuer and serial number.
struct CMSSigner: Sendable {
  let name: CertificateName
  let digestIdentifier: ASN1ObjectIdentifier
  let digest: CMSDigest?
  let signedAttributes: CMSAttributes
  /// The attributes as they are signed, a SET OF (5.4).
  let signedBytes: [UInt8]
  let signatureAlgorithm: Certificate.SignatureAlgorithm?
  let signature: [UInt8]
  let unsignedAttributes: CMSAttributes?

  init(_ node: ASN1Node) throws {
    var info = try DERParts(node)
    guard try Int(derEncoded: info.next()) == 1 else { throw DERDefect("version of signer") }
    var signer = try DERParts(info.next())
    let (issuer, serial) = (try signer.next(), try signer.next())
    try signer.end()
    name = CertificateName(
      issuer: Array(issuer.encodedBytes), serialNumber: Array(serial.encodedBytes))
    digestIdentifier = try DERParts.algorithm(info.next())
    digest = CMSDigest(digestIdentifier)
    let attributes = try info.next()
    signedAttributes = try CMSAttributes(attributes, .context(0))
    signedBytes = [0x31] + attributes.encodedBytes.dropFirst()
    let algorithm = try DERParts.algorithm(info.next())
    signatureAlgorithm = digest?.signatureAlgorithm(algorithm)
    signature = Array(try ASN1OctetString(derEncoded: info.next()).bytes)
    unsignedAttributes = try info.next(if: .context(1)).map { try CMSAttributes($0, .context(1)) }
    try info.end()
  }

  func contentType() throws -> ASN1ObjectIdentifier? {
    try signedAttributes.value(OID.contentType).map { try ASN1ObjectIdentifier(derEncoded: $0) }
  }

  func messageDigest() throws -> [UInt8]? {
    try signedAttributes.value(OID.messageDigest).map {
      Array(try ASN1OctetString(derEncoded: $0).bytes)
    }
  }
}
