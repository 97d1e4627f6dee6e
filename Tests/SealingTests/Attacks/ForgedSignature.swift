import Crypto
import Sealing

/// Changes of the CMS in a sealed file. Those that touch what is signed are signed again by the true key, so that
/// nothing but the strict profile can refuse them.
enum ForgedSignature: String, CaseIterable {
  case twoSignerInfos, noSignerInfo, attachedContent
  case noContentType, noMessageDigest, noSigningCertificate, signingTimeAdded, attributeTwice
  case attributesOutOfOrder, attributesUnsigned, unsignedAttribute
  case certificateAdded, certificateMissing, certificatesSwapped, noCertificate, anotherCertificate
  case anotherIssuerNamed, anotherSerialNamed
  case weakDigest, weakDigestOfSigner, anotherVersion, nullParameters, revocationListAdded
  case lengthInMoreOctets, indefiniteLength, bytesAfterTheEnd, digestOfSomethingElse

  func cms(_ cms: [UInt8], of hall: Hall) throws -> [UInt8] {
    var signed = try DERNode(cms)
    var data = signed[1, 0]
    try change(&data, cms, hall)
    if needsSignature { try Self.sign(&data, hall.identity) }
    signed[1, 0] = data
    return try coded(signed.encoded, signed)
  }

  private var needsSignature: Bool {
    switch self {
    case .noContentType, .noMessageDigest, .noSigningCertificate, .signingTimeAdded,
      .attributeTwice, .attributesOutOfOrder, .digestOfSomethingElse:
      true
    default: false
    }
  }

  /// `data` is the SignedData: version, digest algorithms, content, certificates, signers.
  private func change(_ data: inout DERNode, _ cms: [UInt8], _ hall: Hall) throws {
    var info = data[4, 0]
    switch self {
    case .twoSignerInfos: data[4].children.append(info)
    case .noSignerInfo: data[4].children = []
    case .attachedContent:
      data[2].children.append(DERNode(0xA0, [DERNode(0x04, bytes: Array("evil".utf8))]))
    case .certificateAdded:
      data[3].children.append(try DERNode(Hall().authority.certificates[0]))
    case .certificateMissing: data[3].children.removeLast()
    case .certificatesSwapped: data[3].children.reverse()
    case .noCertificate: data.children.remove(at: 3)
    case .anotherCertificate: data[3, 0] = try DERNode(Hall().authority.certificates[0])
    case .weakDigest: data[1, 0] = Self.sha1
    case .anotherVersion: data[0].bytes = [3]
    case .nullParameters: data[1, 0].children.append(DERNode(0x05, bytes: []))
    case .revocationListAdded: data.children.insert(DERNode(0xA1, []), at: 4)
    case .lengthInMoreOctets, .indefiniteLength, .bytesAfterTheEnd: break
    default:
      try change(signer: &info)
      data[4, 0] = info
    }
  }

  /// A SignerInfo: version, signer, digest algorithm, signed attributes, signature algorithm, signature.
  private func change(signer info: inout DERNode) throws {
    switch self {
    case .noContentType:
      info[3].children.removeAll { $0.encoded.firstRange(of: Self.type(3)) != nil }
    case .noMessageDigest:
      info[3].children.removeAll { $0.encoded.firstRange(of: Self.type(4)) != nil }
    case .noSigningCertificate: info[3].children.removeLast()
    case .signingTimeAdded:
      let time = DERNode(0x17, bytes: Array("261123040000Z".utf8))
      let type = DERNode(0x06, bytes: Array(Self.type(5).dropFirst(2)))
      info[3].children.insert(DERNode(0x30, [type, DERNode(0x31, [time])]), at: 1)
    case .attributeTwice: info[3].children.insert(info[3, 0], at: 0)
    case .attributesOutOfOrder: info[3].children.reverse()
    case .attributesUnsigned: info.children.remove(at: 3)
    case .unsignedAttribute:
      let type = DERNode(0x06, bytes: Array(Self.type(6).dropFirst(2)))
      let value = DERNode(0x31, [DERNode(0x04, bytes: [1, 2, 3])])
      info.children.append(DERNode(0xA1, [DERNode(0x30, [type, value])]))
    case .anotherIssuerNamed: info[1, 0].children.removeLast()
    case .anotherSerialNamed: info[1, 1].bytes[3] ^= 1
    case .weakDigestOfSigner: info[2] = Self.sha1
    case .digestOfSomethingElse:
      for index in info[3].children.indices
      where info[3, index].encoded.firstRange(of: Self.type(4)) != nil {
        info[3, index, 1, 0].bytes[0] ^= 1
      }
    default: break
    }
  }

  /// What a lenient parser takes for the same structure.
  private func coded(_ bytes: [UInt8], _ signed: DERNode) throws -> [UInt8] {
    switch self {
    case .lengthInMoreOctets:
      [0x30, 0x83, 0] + bytes[2...]
    case .indefiniteLength:
      [0x30, 0x80] + signed.children.flatMap(\.encoded) + [0, 0]
    case .bytesAfterTheEnd: bytes + [0, 0, 1]
    default: bytes
    }
  }

  private static func sign(_ data: inout DERNode, _ identity: SealIdentity) throws {
    var attributes = data[4, 0, 3]
    attributes.tag = 0x31
    let signature = try P256.Signing.ECDSASignature(
      derRepresentation: identity.key.sign(attributes.encoded))
    data[4, 0, 5].bytes = Array(try CanonicalECDSA.form(of: signature).derRepresentation)
  }

  /// The object identifier 1.2.840.113549.1.9.`last`, encoded.
  private static func type(_ last: UInt8) -> [UInt8] {
    [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, last]
  }

  private static let sha1 = DERNode(0x30, [DERNode(0x06, bytes: [0x2B, 0x0E, 0x03, 0x02, 0x1A])])
}
