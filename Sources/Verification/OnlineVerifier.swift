package import Cases
package import Foundation
import ResultCodes
import Transparency

/// Judges a code with the help of the authority's public side: the signed record where the code has none, whether the
/// result is in the public log, whether it was revoked.
///
/// What is fetched is believed only as far as its own signature goes; an answer that is missing is said to be missing.
package struct OnlineVerifier: Sendable {
  /// The bytes at an address; nil where there are none or nobody answers.
  package typealias Fetch = @Sendable (URL) async -> [UInt8]?

  let trust: TrustStore
  let fetch: Fetch

  package init(trust: TrustStore, fetch: @escaping Fetch) {
    self.trust = trust
    self.fetch = fetch
  }

  /// Nothing behind `#` leaves this machine.
  ///
  /// - Throws: `no_code`.
  package func judge(text: String, at now: Date) async throws(Problem) -> Verdict {
    let url: ResultURL
    do throws(CodeFault) { url = try ResultURL(parsing: text) } catch {
      return try CodeVerifier.judge(text: text, trust: trust, at: now)
    }
    let place = "\(url.address.text)/c/\(url.locator.digits)"
    guard let published = await bytes(at: place) else {
      guard case .full = url.frame else { return .notChecked(.recordNotFetched) }
      var verdict = try CodeVerifier.judge(text: text, trust: trust, at: now)
      verdict.doubt(.registerNotAsked)
      return verdict
    }
    if case .full(_, let record) = url.frame, record.encoded != published {
      return .altered(.registeredOtherwise)
    }
    var verdict = CodeVerifier.judge(
      record: published, locator: url.locator, trust: trust, at: now)
    guard verdict.unaltered.answer == .yes, verdict.inForce.answer == .yes else { return verdict }
    await requireLogged(published, at: place, &verdict)
    await requireNotRevoked(published, url, at: now, &verdict)
    return verdict
  }

  /// Signed but not in the log is a rejection: a stolen key signs, but nobody can write into the past of a log.
  private func requireLogged(
    _ record: [UInt8], at place: String, _ verdict: inout Verdict
  ) async {
    let keys = trust.logKeys.compactMap { NoteKey($0) }
    guard !keys.isEmpty else { return verdict.doubt(.logUnknown) }
    guard let answer = await bytes(at: place + "/proof") else {
      return verdict.refuse(.notLogged)
    }
    let proof = LogProof(String(decoding: answer, as: UTF8.self))
    guard let proof, keys.contains(where: { proof.proves(record, by: $0) }) else {
      return verdict.refuse(.notLogged)
    }
    verdict.inForce.reasons.append(.logged)
  }

  private func requireNotRevoked(
    _ published: [UInt8], _ url: ResultURL, at now: Date, _ verdict: inout Verdict
  ) async {
    guard let key = CodeVerifier.key(of: published, in: trust),
      let record = try? SignedRecord(decoding: published),
      let entry = try? record.claims(under: key, at: url.locator).status
    else { return verdict.doubt(.statusUnknown) }
    let address = "\(url.address.text)/status/\(entry.list)"
    guard let answer = await bytes(at: address) else { return verdict.doubt(.statusUnknown) }
    let token = StatusToken(fetched: String(decoding: answer, as: UTF8.self))
    let signer = trust.issuingKeys.first { $0.kid == token.kid && $0.revokedAt == nil }
    guard let signer = signer?.publicKey,
      let isRevoked = token.list(under: signer, at: address, now: now)?.isRevoked(entry.index)
    else { return verdict.doubt(.statusUnknown) }
    if isRevoked { return verdict.refuse(.revoked) }
    guard verdict.inForce.answer != .no else { return }
    verdict.inForce.reasons = verdict.inForce.reasons.filter { $0 != .inForceByItself }
    verdict.inForce.reasons.append(.notRevoked)
  }

  private func bytes(at address: String) async -> [UInt8]? {
    guard let url = URL(string: address) else { return nil }
    return await fetch(url)
  }
}

extension Verdict {
  /// In force cannot be said any more.
  fileprivate mutating func doubt(_ reason: Reason) {
    guard inForce.answer != .no else { return }
    inForce.answer = .notChecked
    inForce.reasons.append(reason)
  }

  fileprivate mutating func refuse(_ reason: Reason) {
    inForce = .init(.no, reasons: [reason])
  }
}

extension Reason {
  static let recordNotFetched = Reason(
    code: "record_not_fetched", zh: "未能从登记处取得签名记录，无法核对。",
    en: "The signed record could not be fetched; nothing could be checked.")
  static let registerNotAsked = Reason(
    code: "register_not_asked", zh: "未能联系登记处：是否已登记、是否已撤销均未核对。",
    en: "The register could not be asked whether this is logged and not revoked.")
  static let registeredOtherwise = Reason(
    code: "registered_otherwise", zh: "登记处对此编号登记的内容与二维码不符。",
    en: "The register holds another record under this number.")
  static let logUnknown = Reason(
    code: "log_unknown", zh: "信任列表中没有日志公钥，未核对是否记入公开日志。",
    en: "No key of a log is trusted: whether the result is logged was not checked.")
  static let notLogged = Reason(
    code: "not_logged", zh: "已签名但未记入公开日志：不予认可。",
    en: "It is signed but not in the public log: it is not accepted.")
  static let logged = Reason(
    code: "logged", zh: "已记入公开日志。", en: "It is in the public log.")
  static let statusUnknown = Reason(
    code: "status_unknown", zh: "未能核对是否已撤销。",
    en: "Whether it was revoked could not be checked.")
  static let revoked = Reason(code: "revoked", zh: "已撤销。", en: "It was revoked.")
  static let notRevoked = Reason(
    code: "not_revoked", zh: "在有效期内，且未被撤销。", en: "In force, and not revoked.")
}
