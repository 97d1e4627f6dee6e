import Crypto
import Foundation
import Sealing

/// Changes of an SES_Signature. What a forger could sign is signed again by the true keys; `sealMade...` are what somebody
/// could make who holds the sealing key and not the seal maker's.
enum ForgedSES: String, CaseIterable {
  case signatureVersion, sealVersion, anotherHeader, unknownListType, digestsOfSHA256
  case extensionsOfSeal, extensionsOfSignature, timeStampAdded
  case certificateNotListed, listEmpty, certificateOfAnother, certificateWithMore
  case pictureChanged, pictureOfAnotherType, pictureOfAnotherSize
  case sealExpired, sealNotYetValid, sealMadeByHolder, sealOfAnotherHall, sealMadeWithAnotherKey
  case sealChanged, sealMadeUnderAnotherID, signedUnderAnotherID, signedByMaker
  case dataHashOfSomethingElse, dataHashWithUnusedBits, dataHashShorter
  case ecdsaNamed, sm3WithRSANamed, sealWithECDSANamed
  case anotherTime, timeWithFraction, anotherProperty
  case numberWithZeroBefore, signatureNegative, signatureWithMore, signatureWithUnusedBits
  case lengthInMoreOctets, indefiniteLength, bytesAfterTheEnd, elementAdded, elementMissing

  /// The same structure, forged.
  func ses(_ original: [UInt8], of hall: GMHall, _ stranger: GMHall) throws -> [UInt8] {
    var ses = try DERNode(original)
    // Room for what is added: the name is signed again like everything else.
    ses[0, 1, 0, 2, 1].bytes = Array("name".utf8)
    try changeSeal(&ses, hall, stranger)
    try signSeal(&ses, hall, stranger)
    try changeSignedPart(&ses, hall)
    try sign(&ses, hall)
    changeAround(&ses)
    return coded(ses)
  }

  private func changeSeal(_ ses: inout DERNode, _ hall: GMHall, _ stranger: GMHall) throws {
    let holder = hall.authority.certificates[0]
    switch self {
    case .sealVersion: ses[0, 1, 0, 0, 1].bytes = [3]
    case .anotherHeader: ses[0, 1, 0, 0, 0].bytes = Array("EZ".utf8)
    case .unknownListType: ses[0, 1, 0, 2, 2].bytes = [3]
    case .digestsOfSHA256:
      let digest = DERNode(
        0x30,
        [
          DERNode(0x13, bytes: Array("SHA256".utf8)),
          DERNode(0x04, bytes: Array(SHA256.hash(data: holder))),
        ])
      ses[0, 1, 0, 2, 2].bytes = [2]
      ses[0, 1, 0, 2, 3].children = [digest]
    case .extensionsOfSeal: ses[0, 1, 0].children.append(DERNode(0xA0, [DERNode(0x30, [])]))
    case .certificateNotListed:
      ses[0, 1, 0, 2, 3, 0].bytes = stranger.authority.certificates[0]
    case .listEmpty: ses[0, 1, 0, 2, 3].children = []
    case .pictureChanged: ses[0, 1, 0, 3, 1].bytes[500] ^= 1
    case .pictureOfAnotherType: ses[0, 1, 0, 3, 0].bytes = Array("png".utf8)
    case .pictureOfAnotherSize: ses[0, 1, 0, 3, 2].bytes = [43]
    case .sealExpired: ses[0, 1, 0, 2, 6].bytes = Array("20261122000000Z".utf8)
    case .sealNotYetValid: ses[0, 1, 0, 2, 5].bytes = Array("20261124000000Z".utf8)
    case .sealMadeByHolder: ses[0, 1, 1].bytes = holder
    case .sealOfAnotherHall:
      ses[0, 1] = try DERNode(stranger.authority.electronicSeal.encoded())
    case .sealWithECDSANamed: ses[0, 1, 2] = Self.ecdsa
    default: break
    }
  }

  private func signSeal(_ ses: inout DERNode, _ hall: GMHall, _ stranger: GMHall) throws {
    let info = ses[0, 1, 0].encoded
    switch self {
    case .sealOfAnotherHall: return
    case .sealMadeByHolder:
      ses[0, 1, 3].bytes = [0] + (try hall.key("seal-key.pem").sign(info))
    case .sealMadeWithAnotherKey: ses[0, 1, 3].bytes = [0] + (try stranger.makerKey.sign(info))
    case .sealMadeUnderAnotherID:
      ses[0, 1, 3].bytes = [0] + (try hall.makerKey.sign(info, id: Self.otherID))
    default: ses[0, 1, 3].bytes = [0] + (try hall.makerKey.sign(info))
    }
    // After it was made.
    if self == .sealChanged { ses[0, 1, 0, 2, 1].bytes = Array("mane".utf8) }
  }

  private func changeSignedPart(_ ses: inout DERNode, _ hall: GMHall) throws {
    switch self {
    case .signatureVersion: ses[0, 0].bytes = [1]
    case .extensionsOfSignature: ses[0].children.append(DERNode(0xA0, [DERNode(0x30, [])]))
    case .dataHashOfSomethingElse: ses[0, 3].bytes[9] ^= 1
    case .dataHashWithUnusedBits: ses[0, 3].bytes[0] = 1
    case .dataHashShorter: ses[0, 3].bytes.removeLast()
    case .anotherTime: ses[0, 2].bytes = Array("20261123040001Z".utf8)
    case .timeWithFraction: ses[0, 2].bytes = Array("20261123040000.5Z".utf8)
    case .anotherProperty: ses[0, 4].bytes[ses[0, 4].bytes.count - 1] ^= 1
    default: break
    }
  }

  private func sign(_ ses: inout DERNode, _ hall: GMHall) throws {
    let part = ses[0].encoded
    switch self {
    case .signedUnderAnotherID:
      ses[3].bytes = [0] + (try hall.key("seal-key.pem").sign(part, id: Self.otherID))
    case .signedByMaker:
      ses[1].bytes = ses[0, 1, 1].bytes
      ses[3].bytes = [0] + (try hall.makerKey.sign(part))
    default: ses[3].bytes = [0] + (try hall.key("seal-key.pem").sign(part))
    }
  }

  /// What no signature covers.
  private func changeAround(_ ses: inout DERNode) {
    switch self {
    case .certificateOfAnother: ses[1].bytes = ses[0, 1, 1].bytes
    case .certificateWithMore: ses[1].bytes.append(0)
    case .timeStampAdded: ses.children.append(DERNode(0x80, bytes: [0, 0x30, 0]))
    case .ecdsaNamed: ses[2] = Self.ecdsa
    case .sm3WithRSANamed: ses[2].bytes = [0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x83, 0x78]
    case .signatureWithMore: ses[3].bytes.append(0)
    case .signatureWithUnusedBits: ses[3].bytes[0] = 1
    case .numberWithZeroBefore, .signatureNegative: ses[3].bytes = respelled(ses[3].bytes)
    case .elementAdded: ses.children.append(DERNode(0x05, bytes: []))
    case .elementMissing: ses.children.removeLast()
    default: break
    }
  }

  /// The same two numbers, written otherwise.
  private func respelled(_ bits: [UInt8]) -> [UInt8] {
    guard var numbers = try? DERNode(Array(bits.dropFirst())) else { return bits }
    if self == .signatureNegative {
      numbers[0].bytes =
        numbers[0].bytes.first == 0
        ? Array(numbers[0].bytes.dropFirst())
        : [numbers[0].bytes[0] | 0x80] + numbers[0].bytes[1...]
    } else {
      numbers[0].bytes.insert(0, at: 0)
    }
    return [0] + numbers.encoded
  }

  /// What a lenient parser takes for the same structure.
  private func coded(_ ses: DERNode) -> [UInt8] {
    let bytes = ses.encoded
    return switch self {
    case .lengthInMoreOctets: [0x30, 0x83, 0] + bytes[2...]
    case .indefiniteLength: [0x30, 0x80] + ses.children.flatMap(\.encoded) + [0, 0]
    case .bytesAfterTheEnd: bytes + [0, 0, 1]
    default: bytes
    }
  }

  private static let otherID = Array("8765432187654321".utf8)
  /// ecdsa-with-SHA256.
  private static let ecdsa = DERNode(
    0x06, bytes: [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02])
}
