import Crypto
import Foundation
import PortableDocument
import Sealing

/// Finds the hole of a file that our sealer made, and signs it again after a test changed something around it.
struct ContentsHole {
  var bytes: [UInt8]
  let range: Range<Int>

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  init?(in bytes: [UInt8]) {
    let data = Data(bytes)
    guard let start = data.range(of: Data("/Contents <".utf8), options: .backwards),
      let end = data.range(of: Data("> >>\nendobj".utf8), in: start.upperBound..<data.count)
    else { return nil }
    self.bytes = bytes
    range = start.upperBound - 1..<end.lowerBound + 1
  }

  var signedBytes: [UInt8] { Array(bytes[..<range.lowerBound] + bytes[range.upperBound...]) }

  /// The CMS without the zeros behind it.
  var cms: [UInt8] {
    let string = (try? PDFValueReader.string(in: bytes, at: range.lowerBound)) ?? []
    let length = string.count > 4 ? 4 + (Int(string[2]) << 8 | Int(string[3])) : 0
    return Array(string.prefix(length))
  }

  /// The file with that CMS.
  func filled(with cms: [UInt8]) -> [UInt8] {
    let digits = Array(HexDigits.upper(cms).utf8)
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: range.count - 2 - digits.count)
    var file = bytes
    file.replaceSubrange(range.dropFirst().dropLast(), with: digits + zeros)
    return file
  }

  /// The file signed by this key over what it says now.
  func signedAgain(by identity: SealIdentity) throws -> [UInt8] {
    if let seal = identity.electronicSeal {
      var signature = SESSignature(
        seal: seal, sealedAt: day, dataHash: try SM3.hash(signedBytes[...]),
        property: SESSignature.property(hole: range, fileSize: bytes.count),
        certificate: identity.certificates[0], signature: [])
      signature.signature = try identity.key.sign(signature.signedPart())
      return filled(with: try signature.encoded())
    }
    var signature = PAdESSignature(
      certificates: identity.certificates,
      messageDigest: Array(SHA256.hash(data: signedBytes)), signature: [])
    let signed = try P256.Signing.ECDSASignature(
      derRepresentation: identity.key.sign(signature.signedAttributes()))
    signature.signature = Array(try CanonicalECDSA.form(of: signed).derRepresentation)
    return filled(with: try signature.encoded())
  }
}

enum PDFValueReader {
  static func string(in bytes: [UInt8], at offset: Int) throws -> [UInt8]? {
    var syntax = PDFSyntax(bytes, at: offset)
    return try syntax.value().string?.bytes
  }
}
