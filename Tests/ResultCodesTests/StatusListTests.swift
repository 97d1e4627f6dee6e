import Foundation
import Testing

@testable import ResultCodes

@Suite struct StatusListTests {
  private let key = IssuingKey(isTest: true)
  private let address = "https://fw.example.gov.cn/status/1"
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  /// The example of draft-ietf-oauth-status-list, section 4.1: 16 places in two bytes.
  @Test func theListOfTheSpecificationIsRead() throws {
    let packed = try #require(Base64URL.bytes(of: "eNrbuRgAAhcBXQ"))
    let list = try #require(StatusList(compressed: packed))
    let bits: [Bool] = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1].map { $0 == 1 }

    #expect((0..<16).map { list.isRevoked($0) } == bits)
    #expect(list.isRevoked(16) == nil && list.isRevoked(-1) == nil)
  }

  @Test func aTokenCarriesItsList() throws {
    let list = StatusList(revoked: [0, 7, 8, 65_535])
    let token = try StatusToken(list, at: address, signedBy: key, now: now)
    let read = StatusToken(fetched: token.text).list(under: key.publicKey, at: address, now: now)

    #expect(read == list)
    #expect([0, 7, 8, 65_535].allSatisfy { read?.isRevoked($0) == true })
    #expect([1, 6, 9, 65_534].allSatisfy { read?.isRevoked($0) == false })
    #expect(token.text.utf8.count < 600, "a list with few revocations is small")
    #expect(token.kid == Hexadecimal.text(of: key.publicKey.kid))
  }

  @Test func aTokenIsForItsAddressItsKeyAndItsHour() throws {
    let token = try StatusToken(StatusList(), at: address, signedBy: key, now: now)
    let later = now + TimeInterval(StatusToken.lifetime)

    #expect(token.list(under: key.publicKey, at: address, now: later - 1) != nil)
    #expect(token.list(under: key.publicKey, at: address, now: later) == nil)
    #expect(token.list(under: key.publicKey, at: address, now: now - 301) == nil)
    #expect(token.list(under: key.publicKey, at: address + "0", now: now) == nil)
    #expect(token.list(under: IssuingKey(isTest: true).publicKey, at: address, now: now) == nil)
  }

  /// Signed by a key that is listed, whose holder is not to be believed in everything.
  @Test(arguments: [
    (Int64.min, Int64.max), (-1, 3_000), (1_800_000_000, .max), (1_800_000_301, 1_800_000_900),
  ])
  func timesThatCannotBeAreRefused(_ issuedAt: Int64, _ expiry: Int64) throws {
    let kid = Hexadecimal.text(of: key.publicKey.kid)
    let header = #"{"alg":"ES256","kid":"\#(kid)","typ":"statuslist+jwt"}"#
    let list = Base64URL.text(of: try StatusList().compressed())
    let payload =
      #"{"exp":\#(expiry),"iat":\#(issuedAt),"status_list":{"bits":1,"lst":"\#(list)"},"#
      + #""sub":"\#(address)","ttl":300}"#
    let signed = [header, payload].map { Base64URL.text(of: Array($0.utf8)) }
      .joined(separator: ".")
    let signature = Base64URL.text(of: try key.signature(for: Array(signed.utf8)))

    let token = StatusToken(fetched: "\(signed).\(signature)")

    #expect(token.kid == kid)
    #expect(token.list(under: key.publicKey, at: address, now: now) == nil)
  }

  @Test func noCharacterOfATokenCanBeChanged() throws {
    let token = Array(
      try StatusToken(StatusList(revoked: [3]), at: address, signedBy: key, now: now).text.utf8)
    for place in token.indices {
      var changed = token
      changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      let read = StatusToken(fetched: String(decoding: changed, as: UTF8.self))
      #expect(read.list(under: key.publicKey, at: address, now: now) == nil, "\(place)")
    }
    for text in ["", ".", "..", "a.b.c", "e30.e30.e30", String(repeating: "A", count: 3_000_000)] {
      #expect(StatusToken(fetched: text).list(under: key.publicKey, at: address, now: now) == nil)
    }
  }
}
