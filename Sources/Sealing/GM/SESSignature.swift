package import Foundation
import SwiftASN1

/// SES_Signature (GB/T 38540-2020, 7.1): one use of a seal. Neither `extDatas` nor `timeStamp` is written or accepted: no
/// signature covers the latter, so it could be changed unnoticed.
package struct SESSignature: Sendable, Equatable {
  static let version = 4

  package var seal: SESSeal
  /// `timeInfo`, claimed by the signer.
  package var sealedAt: Date
  /// SM3 of the signed byte ranges.
  package var dataHash: [UInt8]
  /// `propertyInfo`: here the byte ranges, as the file says them.
  package var property: String
  /// The signer's, DER.
  package var certificate: [UInt8]
  /// DER SM2 signature over `signedPart()`.
  package var signature: [UInt8]

  package init(
    seal: SESSeal, sealedAt: Date, dataHash: [UInt8], property: String, certificate: [UInt8],
    signature: [UInt8]
  ) {
    self.seal = seal
    self.sealedAt = sealedAt
    self.dataHash = dataHash
    self.property = property
    self.certificate = certificate
    self.signature = signature
  }

  /// Reads exactly the structure that `encoded` writes, to the byte.
  /// - Throws: `SESDefect`, or what SwiftASN1 found.
  package init(parsing bytes: [UInt8]) throws {
    self = try DER.sequence(DER.parse(bytes), identifier: .sequence) { nodes in
      guard let part = nodes.next() else { throw SESDefect("TBS_Sign") }
      var read = try Self.signedPart(part)
      let signed = try SESSigned(&nodes)
      read.certificate = signed.certificate
      read.signature = signed.signature
      return read
    }
    guard try encoded() == bytes else { throw SESDefect("not canonical") }
  }

  package func encoded() throws -> [UInt8] {
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { content in
      content.serializeRawBytes(try signedPart())
      try SESSigned(certificate: certificate, signature: signature).serialize(into: &content)
    }
    return der.serializedBytes
  }

  /// TBS_Sign: what is signed.
  package func signedPart() throws -> [UInt8] {
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { part in
      try part.serialize(Self.version)
      try part.serialize(seal)
      try part.serialize(SESTime.generalized(sealedAt))
      try part.serialize(ASN1BitString(bytes: dataHash[...]))
      try part.serialize(ASN1IA5String(property))
    }
    return der.serializedBytes
  }

  private static func signedPart(_ node: ASN1Node) throws -> SESSignature {
    try DER.sequence(node, identifier: .sequence) { nodes in
      guard try Int(derEncoded: &nodes) == version else { throw SESDefect("version") }
      let seal = try SESSeal(derEncoded: &nodes)
      guard let sealedAt = SESTime.date(try GeneralizedTime(derEncoded: &nodes)) else {
        throw SESDefect("timeInfo")
      }
      return SESSignature(
        seal: seal, sealedAt: sealedAt, dataHash: try SESSigned.wholeBytes(&nodes),
        property: String(try ASN1IA5String(derEncoded: &nodes)), certificate: [], signature: [])
    }
  }
}
