import Crypto
import Foundation
import Testing

@testable import ResultCodes

/// Every byte that another implementation of the format made, ours makes too, and the other way
/// round.
@Suite struct GoldenVectorTests {
  let golden: Golden
  let key: IssuingKey
  let secret: ResultSecret

  init() throws {
    golden = try Golden.load()
    key = try #require(IssuingKey(pem: golden.keyPem, isTest: false))
    secret = try #require(ResultSecret(bytes: bytes(hex: golden.secret)))
  }

  @Test func keyAndLocatorAreDerivedAlike() {
    #expect(hex(key.publicKey.kid) == golden.kid)
    #expect(secret.locator.digits == golden.locator)
  }

  @Test func signedBytesAreAlike() throws {
    #expect(hex(golden.claims.encoded) == golden.payload)
    let message = SignedRecord.message(
      kid: key.publicKey.kid, payload: golden.claims.encoded, locator: secret.locator)
    #expect(hex(message) == golden.signedMessage)
  }

  @Test func theirRecordVerifiesAndIsWrittenAlike() throws {
    let record = try SignedRecord(decoding: bytes(hex: golden.record))
    #expect(try record.claims(under: key.publicKey, at: secret.locator) == golden.claims)
    #expect(hex(record.encoded) == golden.record)
  }

  @Test func urlsAreAlike() throws {
    let address = try PublicAddress("https://fw.example.gov.cn")
    let record = try SignedRecord(decoding: bytes(hex: golden.record))
    let full = try ResultURL(address, .full(secret, record))
    let pointer = try ResultURL(address, .pointer(secret))
    #expect(full.text == golden.fullUrl)
    #expect(pointer.text == golden.pointerUrl)
    #expect(try ResultURL(parsing: golden.fullUrl) == full)
    #expect(try ResultURL(parsing: golden.pointerUrl) == pointer)
  }

  @Test func hiddenPDFIsAlike() throws {
    let padding = [UInt8](
      repeating: 0, count: HiddenPDF.paddedSize(golden.pdfBytes) - golden.pdfBytes)
    let box = try AES.GCM.seal(
      golden.pdf + padding, using: secret.pdfKey,
      nonce: AES.GCM.Nonce(data: bytes(hex: golden.hiddenPdfNonce)),
      authenticating: secret.locator.bytes)
    let stored = Array(try #require(box.combined))
    #expect(hex(SHA256.hash(data: stored)) == golden.hiddenPdfSha256)
    #expect(try HiddenPDF.reveal(stored, under: secret, length: golden.pdfBytes) == golden.pdf)
  }

  @Test func ourRecordHasTheSameShape() throws {
    let record = try key.sign(golden.claims, for: secret.locator)
    let theirs = bytes(hex: golden.record)
    #expect(record.encoded.dropLast(64) == theirs.dropLast(64))
    #expect(try record.claims(under: key.publicKey, at: secret.locator) == golden.claims)
  }
}
