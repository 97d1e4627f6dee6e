import Foundation
import PortableDocument
import Sealing
import Testing

/// SM2 and SM3 against their published examples and against another program.
@Suite struct SM2Tests {
  /// GB/T 32905-2016, A.1 and A.2.
  @Test(arguments: [
    ("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
    (
      String(repeating: "abcd", count: 16),
      "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    ),
  ])
  func hashesAreThoseOfTheStandard(text: String, hash: String) throws {
    #expect(HexDigits.lower(try SM3.hash(Array(text.utf8)[...])) == hash)
  }

  /// GB/T 32918.5-2017, A.2: the recommended curve, the usual identity, "message digest".
  @Test func theStandardsSignatureIsValid() throws {
    let key = try #require(SM2PublicKey(info: Self.publicKeyInfo))
    let message = Array("message digest".utf8)

    #expect(SM2Signature.isCanonical(Self.signature))
    #expect(key.isValid(Self.signature, for: message))
    #expect(!key.isValid(Self.signature, for: message, id: Array("ALICE123@YAHOO.COM".utf8)))
    #expect(!key.isValid(Self.signature, for: message, id: []))
    #expect(!key.isValid(Self.signature, for: message + [0]))
    #expect(!key.isValid(Self.signature + [0], for: message))
  }

  @Test func noOtherSignatureOfTheSameIsValid() throws {
    let key = try #require(SM2PublicKey(info: Self.publicKeyInfo))

    for bit in 0..<Self.signature.count * 8 {
      var changed = Self.signature
      changed[bit / 8] ^= 1 << (bit % 8)
      let accepted =
        SM2Signature.isCanonical(changed)
        && key.isValid(changed, for: Array("message digest".utf8))
      #expect(!accepted, "bit \(bit)")
    }
  }

  @Test(arguments: [
    "3006020101020102", "3006020101020100", "300602017F0201FF", "30070202000102 0101",
    "3080020101020101 0000", "300602010102010100", "30030201 01", "3009020101020101020101",
  ])
  func onlyTwoPositiveNumbersInTheirShortestFormAreCanonical(text: String) {
    let digits = Array(text.replacing(" ", with: "").utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }

    #expect(SM2Signature.isCanonical(bytes) == (text == "3006020101020102"))
  }

  /// OpenSSL's own command verifies ours with our identity and with no other, and we verify its.
  @Test func opensslAgrees() throws {
    let hall = try GMHall()
    let message = Array("云州市政务服务管理局".utf8)
    let key = try SM2SealKey()
    let publicKey = try #require(SM2PublicKey(info: key.publicKeyInfo))
    let openssl = try SM2Command(hall, key)

    let ours = try hall.write(key.sign(message), as: "ours.sig")
    let data = try hall.write(message, as: "message")
    #expect(try openssl.accepts(ours, of: data, id: "1234567812345678"))
    #expect(try !openssl.accepts(ours, of: data, id: "8765432187654321"))
    let theirs = try openssl.signature(of: data, id: "1234567812345678")
    #expect(publicKey.isValid(theirs, for: message))
    let other = try openssl.signature(of: data, id: "8765432187654321")
    #expect(!publicKey.isValid(other, for: message))
    #expect(publicKey.isValid(other, for: message, id: Array("8765432187654321".utf8)))
  }

  private static let publicKeyInfo: [UInt8] =
    bytes("3059301306072A8648CE3D020106082A811CCF5501822D03420004")
    + bytes("09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020")
    + bytes("CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13")

  /// r and s, both with their top bit set.
  private static let signature: [UInt8] =
    bytes("3046022100")
    + bytes("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3")
    + bytes("022100B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA")

  private static func bytes(_ text: String) -> [UInt8] {
    let digits = Array(text.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }
}

/// `openssl pkeyutl` with one key.
struct SM2Command {
  private let openssl = Tool(path: "/usr/bin/openssl")
  private let hall: GMHall
  private let key: String

  init(_ hall: GMHall, _ key: SM2SealKey) throws {
    self.hall = hall
    self.key = try hall.write(key.encrypted(passphrase: "of the test"), as: "key.pem")
  }

  func accepts(_ signature: String, of file: String, id: String) throws -> Bool {
    try openssl.output(
      "pkeyutl", "-verify", "-inkey", key, "-passin", "pass:of the test", "-rawin", "-digest",
      "sm3", "-in", file, "-sigfile", signature, "-pkeyopt", "distid:\(id)"
    ).contains("Signature Verified Successfully")
  }

  func signature(of file: String, id: String) throws -> [UInt8] {
    let output = hall.folder.appending(path: UUID().uuidString)
    _ = try openssl.output(
      "pkeyutl", "-sign", "-inkey", key, "-passin", "pass:of the test", "-rawin", "-digest",
      "sm3", "-in", file, "-out", output.path, "-pkeyopt", "distid:\(id)")
    return Array(try Data(contentsOf: output))
  }
}
