import Crypto
import Sealing

/// Changes of the time stamp in a sealed file. No signature covers it but its own.
enum ForgedTimestamp: String, CaseIterable {
  case ofAnotherSignature, ofTheDocument, twoTokens, twoAttributes, anotherAttributeToo
  case otherAttributeType, emptyAttributes, emptyToken, randomBytes
  case certificateAdded, certificateMissing, revocationListAdded, unsignedAttributeInside
  case twoSigners, nonCanonicalLength, infoChanged, timeChanged, anotherDigestNamed

  /// - Parameter other: a time stamp of something else, whole in itself.
  func cms(_ cms: [UInt8], other: [UInt8], _ hall: Hall) throws -> [UInt8] {
    var signed = try DERNode(cms)
    var attributes = signed[1, 0, 4, 0, 6]
    let own = attributes[0]
    var token = own[1, 0]
    switch self {
    case .ofAnotherSignature, .ofTheDocument: token = try DERNode(other)
    case .twoTokens: attributes[0, 1].children.append(token)
    case .twoAttributes: attributes.children.append(own)
    case .anotherAttributeToo:
      attributes.children.append(
        DERNode(0x30, [own[0], DERNode(0x31, [DERNode(0x04, bytes: [1])])]))
      attributes[1, 0].bytes[10] ^= 1
    case .otherAttributeType: attributes[0, 0].bytes[10] ^= 1
    case .emptyAttributes: attributes.children = []
    case .emptyToken: token = DERNode(0x30, [])
    case .randomBytes: token = DERNode(0x04, bytes: Array(repeating: 7, count: 900))
    case .nonCanonicalLength: break
    default: try change(&token, hall)
    }
    if ![.twoTokens, .twoAttributes, .anotherAttributeToo, .otherAttributeType, .emptyAttributes]
      .contains(self)
    {
      attributes[0, 1, 0] = token
    }
    signed[1, 0, 4, 0, 6] = attributes
    guard self == .nonCanonicalLength else { return signed.encoded }
    return [0x30, 0x83, 0] + signed.encoded[2...]
  }

  /// A token is ContentInfo { type, [0] SignedData { version, digests, content, certificates, signers } }.
  private func change(_ token: inout DERNode, _ hall: Hall) throws {
    switch self {
    case .certificateAdded:
      token[1, 0, 3].children.append(try DERNode(hall.authority.certificates[0]))
    case .certificateMissing: token[1, 0, 3].children.removeFirst()
    case .revocationListAdded: token[1, 0].children.insert(DERNode(0xA1, []), at: 4)
    case .unsignedAttributeInside:
      let type = DERNode(0x06, bytes: [0x2A, 0x03])
      let attribute = DERNode(0x30, [type, DERNode(0x31, [DERNode(0x04, bytes: [1])])])
      token[1, 0, 4, 0].children.append(DERNode(0xA1, [attribute]))
    case .twoSigners: token[1, 0, 4].children.append(token[1, 0, 4, 0])
    case .infoChanged: token[1, 0, 2, 1, 0].bytes[20] ^= 1
    case .timeChanged:
      var info = try DERNode(token[1, 0, 2, 1, 0].bytes)
      info[4].bytes[3] ^= 1
      token[1, 0, 2, 1, 0].bytes = info.encoded
    case .anotherDigestNamed: token[1, 0, 1, 0, 0].bytes[8] ^= 3
    default: break
    }
  }
}
