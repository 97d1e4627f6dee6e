import Cases
import Foundation
import ResultCodes
import Testing
import Verification

@Suite struct CodeVerifierTests {
  let golden: Golden
  let key: IssuingKey
  let trust: TrustStore
  let secret: ResultSecret
  let now = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws {
    golden = try Golden.load()
    key = try #require(IssuingKey(pem: golden.keyPem, isTest: false))
    trust = TrustStore(issuingKeys: [Self.trusted(key)])
    secret = try #require(ResultSecret(bytes: bytes(hex: golden.secret)))
  }

  static func trusted(_ key: IssuingKey) -> TrustedIssuingKey {
    TrustedIssuingKey(
      key.publicKey, notBefore: "2026-01-01T00:00:00Z", notAfter: "2031-01-01T00:00:00Z",
      test: key.isTest)
  }

  @Test func aGenuineCodeIsGenuine() throws {
    let verdict = try CodeVerifier.judge(text: golden.fullUrl, trust: trust, at: now)
    #expect(verdict.summary == .genuine && verdict.exit == .done)
    #expect(verdict.sealedBy.answer == .trusted)
    #expect(verdict.claims?["number"] == "云卫许字〔2026〕第0001号")
    #expect(verdict.claims?["holder"] == "佛山****餐饮店")
    #expect(verdict.claims?["issued_at"] == "2026-11-18T11:06:40Z")
    #expect(verdict.claims?["locator"] == golden.locator)
  }

  @Test func aTestAuthorityIsCalledATest() throws {
    var trusted = Self.trusted(key)
    trusted.test = true
    let verdict = try CodeVerifier.judge(
      text: golden.fullUrl, trust: TrustStore(issuingKeys: [trusted]), at: now)
    #expect(verdict.summary == .genuine && verdict.sealedBy.answer == .test)
    #expect(verdict.sealedBy.reasons.map(\.code) == ["test_authority"])
  }

  @Test func withoutTheKeyNothingIsSaid() throws {
    let verdict = try CodeVerifier.judge(text: golden.fullUrl, trust: TrustStore(), at: now)
    #expect(verdict.summary == .undecided && verdict.exit == .couldNotTell)
    #expect(verdict.unaltered.answer == .notChecked && verdict.sealedBy.answer == .unknown)
    #expect(verdict.claims == nil)
  }

  @Test func aPointerNeedsItsRecord() throws {
    let verdict = try CodeVerifier.judge(text: golden.pointerUrl, trust: trust, at: now)
    #expect(verdict.summary == .undecided && verdict.claims == nil)
    #expect(verdict.unaltered.reasons.map(\.code) == ["record_not_in_code"])
    let fetched = CodeVerifier.judge(
      record: bytes(hex: golden.record), locator: secret.locator, trust: trust, at: now)
    #expect(fetched.summary == .genuine)
  }

  @Test func thePDFMustBeTheOneSignedFor() throws {
    let same = try CodeVerifier.judge(
      text: golden.fullUrl, pdf: golden.pdf, trust: trust, at: now)
    #expect(same.summary == .genuine)
    for other in [golden.pdf + [0], Array(golden.pdf.dropLast()) + [0], []] {
      let verdict = try CodeVerifier.judge(text: golden.fullUrl, pdf: other, trust: trust, at: now)
      #expect(verdict.summary == .notGenuine && verdict.claims == nil)
      #expect(verdict.unaltered.reasons.map(\.code) == ["pdf_differs"])
    }
  }

  @Test(arguments: [
    (1_794_000_000.0, "not_yet"), (1_953_000_000.0, "expired"),
  ])
  func outsideItsTimeItIsNotInForce(_ seconds: Double, _ reason: String) throws {
    let verdict = try CodeVerifier.judge(
      text: golden.fullUrl, trust: trust, at: Date(timeIntervalSince1970: seconds))
    #expect(verdict.unaltered.answer == .yes && verdict.inForce.answer == .no)
    #expect(verdict.inForce.reasons.map(\.code) == [reason] && verdict.exit == .notGenuine)
  }

  @Test func aKeySpeaksOnlyInItsTime() throws {
    let changes: [((inout TrustedIssuingKey) -> Void, Verdict.SealedBy)] = [
      ({ $0.notBefore = "2027-01-01T00:00:00Z" }, .nobody),
      ({ $0.notAfter = "2026-06-01T00:00:00Z" }, .nobody),
      ({ $0.notAfter = "soon" }, .nobody),
      ({ $0.revokedAt = "2026-11-01T00:00:00Z" }, .nobody),
      ({ $0.revokedAt = "2027-01-01T00:00:00Z" }, .unknown),
    ]
    for (change, answer) in changes {
      var trusted = Self.trusted(key)
      change(&trusted)
      let verdict = try CodeVerifier.judge(
        text: golden.fullUrl, trust: TrustStore(issuingKeys: [trusted]), at: now)
      #expect(verdict.sealedBy.answer == answer)
      #expect(verdict.summary != .genuine)
      #expect((verdict.claims == nil) == (answer == .nobody))
    }
  }

  @Test func aForgersKeyUnderAKnownNameIsRefused() throws {
    // The forger writes the trusted kid into a record of his own.
    let forger = IssuingKey(isTest: false)
    let own = try forger.sign(golden.claims, for: secret.locator).encoded
    let forged = own.map { $0 }.replacing(forger.publicKey.kid, with: key.publicKey.kid)
    let verdict = CodeVerifier.judge(
      record: forged, locator: secret.locator, trust: trust, at: now)
    #expect(verdict.unaltered.answer == .no && verdict.exit == .notGenuine)
    #expect(verdict.unaltered.reasons.map(\.code) == ["signature_wrong"])
  }

  @Test func otherTextsAreNoCode() {
    #expect(throws: Problem.noCode) {
      try CodeVerifier.judge(text: "https://example.cn", trust: trust, at: now)
    }
  }

  @Test func aNewerCodeIsNotCalledInvalid() throws {
    let digits = DecimalPacking.digits(of: [0x30] + secret.bytes)
    let text = "https://a.cn/q/\(golden.locator)#\(digits)"
    let verdict = try CodeVerifier.judge(text: text, trust: trust, at: now)
    #expect(verdict.summary == .undecided)
    #expect(verdict.unaltered.reasons.map(\.code) == ["newer_reader_needed"])
  }
}
