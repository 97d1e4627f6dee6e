package import Foundation
package import SwiftASN1

/// SES_SealInfo (GB/T 38540-2020, 6.1.2): what the maker of a seal vouches for. `extDatas` is not used: what nobody here
/// understands cannot be judged.
package struct SESSealInfo: Sendable, Equatable {
  static let version = 4

  /// `Vid`: who made the software.
  package var vendor: String
  /// `esID`: the number of the seal.
  package var sealID: String
  /// `type`: 1 for the seal of an organ.
  package var type: Int
  package var name: String
  package var certificates: SESCertificateList
  package var createdAt: Date
  package var validFrom: Date
  package var validUntil: Date
  package var picture: SESPicture

  package init(
    vendor: String = "Kanhe", sealID: String, type: Int = 1, name: String,
    certificates: SESCertificateList, createdAt: Date, validFrom: Date, validUntil: Date,
    picture: SESPicture
  ) {
    self.vendor = vendor
    self.sealID = sealID
    self.type = type
    self.name = name
    self.certificates = certificates
    self.createdAt = createdAt
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.picture = picture
  }

  /// What the maker signs.
  package func encoded() throws -> [UInt8] {
    var der = DER.Serializer()
    try der.serialize(self)
    return der.serializedBytes
  }
}

extension SESSealInfo: DERImplicitlyTaggable {
  package static var defaultIdentifier: ASN1Identifier { .sequence }

  package init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
    self = try DER.sequence(node, identifier: identifier) { nodes in
      let vendor = try Self.vendor(of: &nodes)
      let sealID = String(try ASN1IA5String(derEncoded: &nodes))
      guard let property = nodes.next() else { throw SESDefect("property") }
      var info = try Self.properties(property)
      info.vendor = vendor
      info.sealID = sealID
      info.picture = try SESPicture(derEncoded: &nodes)
      return info
    }
  }

  package func serialize(
    into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier
  ) throws {
    try coder.appendConstructedNode(identifier: identifier) { info in
      try info.appendConstructedNode(identifier: .sequence) { header in
        try header.serialize(ASN1IA5String("ES"))
        try header.serialize(Self.version)
        try header.serialize(ASN1IA5String(vendor))
      }
      try info.serialize(ASN1IA5String(sealID))
      try info.appendConstructedNode(identifier: .sequence) { property in
        try property.serialize(type)
        try property.serialize(ASN1UTF8String(name))
        try property.serialize(certificates.type)
        try certificates.serialize(into: &property)
        try property.serialize(SESTime.generalized(createdAt))
        try property.serialize(SESTime.generalized(validFrom))
        try property.serialize(SESTime.generalized(validUntil))
      }
      try info.serialize(picture)
    }
  }

  /// SES_Header.
  private static func vendor(of nodes: inout ASN1NodeCollection.Iterator) throws -> String {
    guard let header = nodes.next() else { throw SESDefect("header") }
    return try DER.sequence(header, identifier: .sequence) { nodes in
      guard String(try ASN1IA5String(derEncoded: &nodes)) == "ES",
        try Int(derEncoded: &nodes) == version
      else { throw SESDefect("header") }
      return String(try ASN1IA5String(derEncoded: &nodes))
    }
  }

  /// SES_ESPropertyInfo, with everything around it still empty.
  private static func properties(_ node: ASN1Node) throws -> SESSealInfo {
    try DER.sequence(node, identifier: .sequence) { nodes in
      let type = try Int(derEncoded: &nodes)
      let name = try ASN1UTF8String(derEncoded: &nodes)
      let listType = try Int(derEncoded: &nodes)
      guard let name = String(validating: name.bytes, as: UTF8.self), let list = nodes.next()
      else { throw SESDefect("name") }
      return SESSealInfo(
        sealID: "", type: type, name: name,
        certificates: try SESCertificateList(type: listType, list),
        createdAt: try date(&nodes), validFrom: try date(&nodes), validUntil: try date(&nodes),
        picture: SESPicture(type: "", data: [], width: 0, height: 0))
    }
  }

  private static func date(_ nodes: inout ASN1NodeCollection.Iterator) throws -> Date {
    guard let date = SESTime.date(try GeneralizedTime(derEncoded: &nodes)) else {
      throw SESDefect("time")
    }
    return date
  }
}
