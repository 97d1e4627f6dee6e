import Cases
import Foundation
import ResultCodes
import Testing
import Verification

/// Whose status list is believed: a key that is listed may not speak of everything for ever.
@Suite struct StatusSignerTests {
  struct Signer: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout TrustedIssuingKey) -> Void
    let isBelieved: Bool

    init(
      _ name: String, _ isBelieved: Bool,
      _ change: @escaping @Sendable (inout TrustedIssuingKey) -> Void
    ) {
      (testDescription, self.isBelieved, self.change) = (name, isBelieved, change)
    }
  }

  static let signers = [
    Signer("in its time", true) { _ in },
    Signer("expired", false) { $0.notAfter = "2027-01-01T00:00:00Z" },
    Signer("not yet valid", false) { $0.notBefore = "2028-01-01T00:00:00Z" },
    Signer("without a time", false) { $0.notAfter = "soon" },
    Signer("revoked", false) { $0.revokedAt = "2029-01-01T00:00:00Z" },
    Signer("a test", false) { $0.test = true },
  ]

  private let address = "https://fw.example.gov.cn"
  private let now = Date(timeIntervalSince1970: 1_800_000_000)

  @Test(arguments: signers)
  func onlyAKeyThatMaySpeakIsBelieved(_ signer: Signer) async throws {
    let verdict = try await verdict(signer, recordIsATest: false)

    let codes = verdict.inForce.reasons.map(\.code)
    #expect(codes.contains("not_revoked") == signer.isBelieved, "\(codes)")
    #expect(codes.contains("status_unknown") != signer.isBelieved, "\(codes)")
  }

  @Test func aTestKeySpeaksOfTests() async throws {
    let test = try #require(Self.signers.last)

    let codes = try await verdict(test, recordIsATest: true).inForce.reasons.map(\.code)

    #expect(codes.contains("not_revoked"))
  }

  /// On a result whose record one key signed, with a list that another signed.
  private func verdict(_ signer: Signer, recordIsATest: Bool) async throws -> Verdict {
    let (issuer, other) = (IssuingKey(isTest: recordIsATest), IssuingKey(isTest: false))
    let secret = ResultSecret()
    let claims = ResultClaims(
      issuer: "云州市政务服务管理局", issuedAt: Int64(now.timeIntervalSince1970) - 60, kind: "行政许可决定书",
      number: "云卫许字〔2026〕第0001号", holder: MaskedHolder(person: "张三"), pdf: [1],
      status: .init(list: 1, index: 7))
    let record = try issuer.sign(claims, for: secret.locator)
    let url = try ResultURL(PublicAddress(address), .full(secret, record))
    let token = try StatusToken(
      StatusList(), at: "\(address)/status/1", signedBy: other, now: now)
    var trusted = CodeVerifierTests.trusted(other)
    signer.change(&trusted)
    let trust = TrustStore(issuingKeys: [CodeVerifierTests.trusted(issuer), trusted])
    return try await OnlineVerifier(trust: trust) { url in
      switch url.path {
      case "/status/1": .found(Array(token.text.utf8))
      default: .found(record.encoded)
      }
    }.judge(text: url.text, at: now)
  }
}
