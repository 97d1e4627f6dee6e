package import SwiftASN1

/// SES_ESPictrueInfo (GB/T 38540-2020, 6.1.2 d): the picture of a seal.
package struct SESPicture: Sendable, Equatable {
  /// `svg` in the seals that are made here.
  package var type: String
  package var data: [UInt8]
  /// Millimetres.
  package var width: Int
  package var height: Int

  package init(type: String, data: [UInt8], width: Int, height: Int) {
    self.type = type
    self.data = data
    self.width = width
    self.height = height
  }
}

extension SESPicture: DERImplicitlyTaggable {
  package static var defaultIdentifier: ASN1Identifier { .sequence }

  package init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
    self = try DER.sequence(node, identifier: identifier) { nodes in
      SESPicture(
        type: String(try ASN1IA5String(derEncoded: &nodes)),
        data: Array(try ASN1OctetString(derEncoded: &nodes).bytes),
        width: try Int(derEncoded: &nodes), height: try Int(derEncoded: &nodes))
    }
  }

  package func serialize(
    into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier
  ) throws {
    try coder.appendConstructedNode(identifier: identifier) { picture in
      try picture.serialize(ASN1IA5String(type))
      try picture.serialize(ASN1OctetString(contentBytes: data[...]))
      try picture.serialize(width)
      try picture.serialize(height)
    }
  }
}
