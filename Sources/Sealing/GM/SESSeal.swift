package import SwiftASN1

/// SESeal (GB/T 38540-2020, 6.1): the seal, signed by whoever made it.
package struct SESSeal: Sendable, Equatable {
  package var info: SESSealInfo
  /// The maker's certificate, DER.
  package var makerCertificate: [UInt8]
  /// DER SM2 signature over `info`.
  package var signature: [UInt8]

  package init(info: SESSealInfo, makerCertificate: [UInt8], signature: [UInt8]) {
    self.info = info
    self.makerCertificate = makerCertificate
    self.signature = signature
  }

  /// Reads a seal that stands alone.
  package init(parsing bytes: [UInt8]) throws {
    self = try SESSeal(derEncoded: DER.parse(bytes))
    guard try encoded() == bytes else { throw SESDefect("not canonical") }
  }

  package func encoded() throws -> [UInt8] {
    var der = DER.Serializer()
    try der.serialize(self)
    return der.serializedBytes
  }
}

extension SESSeal: DERImplicitlyTaggable {
  package static var defaultIdentifier: ASN1Identifier { .sequence }

  package init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
    self = try DER.sequence(node, identifier: identifier) { nodes in
      let info = try SESSealInfo(derEncoded: &nodes)
      let signed = try SESSigned(&nodes)
      return SESSeal(
        info: info, makerCertificate: signed.certificate, signature: signed.signature)
    }
  }

  package func serialize(
    into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier
  ) throws {
    try coder.appendConstructedNode(identifier: identifier) { seal in
      try seal.serialize(info)
      try SESSigned(certificate: makerCertificate, signature: signature).serialize(into: &seal)
    }
  }
}

/// What stands behind both of the signed structures: certificate, algorithm, signature.
struct SESSigned {
  var certificate: [UInt8]
  var signature: [UInt8]

  init(certificate: [UInt8], signature: [UInt8]) {
    self.certificate = certificate
    self.signature = signature
  }

  init(_ nodes: inout ASN1NodeCollection.Iterator) throws {
    certificate = Array(try ASN1OctetString(derEncoded: &nodes).bytes)
    guard try ASN1ObjectIdentifier(derEncoded: &nodes) == SM2.withSM3 else {
      throw SESDefect("signature algorithm")
    }
    signature = try Self.wholeBytes(&nodes)
  }

  func serialize(into coder: inout DER.Serializer) throws {
    try coder.serialize(ASN1OctetString(contentBytes: certificate[...]))
    try coder.serialize(SM2.withSM3)
    try coder.serialize(ASN1BitString(bytes: signature[...]))
  }

  /// A BIT STRING of whole bytes.
  static func wholeBytes(_ nodes: inout ASN1NodeCollection.Iterator) throws -> [UInt8] {
    let bits = try ASN1BitString(derEncoded: &nodes)
    guard bits.paddingBits == 0 else { throw SESDefect("bit string") }
    return Array(bits.bytes)
  }
}
