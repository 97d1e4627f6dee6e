package import Cases
package import Foundation
import ResultCodes
import Transparency

/// Judges a code with the help of the authority's public side: the signed record where the code has none, whether the
/// result is in the public log, whether it was revoked.
///
/// What is fetched is believed only as far as its own signature goes. A register that says that it does not have something
/// is taken at its word, since that can only refuse; where nobody answers, the question stays open.
package struct OnlineVerifier: Sendable {
  /// What is at an address.
  package enum Fetched: Sendable {
    case found([UInt8])
    /// The register says itself that there is no such thing.
    case absent
    /// No answer, or one that tells nothing.
    case unreachable
  }

  package typealias Fetch = @Sendable (URL) async -> Fetched

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
    let published: [UInt8]
    switch await fetched(place) {
    case .found(let bytes): published = bytes
    case .absent:
      var verdict = try offline(url, text, else: .notRegistered, at: now)
      verdict.refuse(.notRegistered)
      return verdict
    case .unreachable:
      var verdict = try offline(url, text, else: .recordNotFetched, at: now)
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

  /// What the code says by itself; a pointer says nothing.
  private func offline(
    _ url: ResultURL, _ text: String, else reason: Reason, at now: Date
  ) throws(Problem) -> Verdict {
    guard case .full = url.frame else { return .notChecked(reason) }
    return try CodeVerifier.judge(text: text, trust: trust, at: now)
  }

  /// Signed but not in the log is a rejection: a stolen key signs, but nobody can write into the past of a log.
  private func requireLogged(
    _ record: [UInt8], at place: String, _ verdict: inout Verdict
  ) async {
    let keys = trust.logKeys.compactMap { NoteKey($0) }
    guard !keys.isEmpty else { return verdict.doubt(.logUnknown) }
    let answer: [UInt8]
    switch await fetched(place + "/proof") {
    case .found(let bytes): answer = bytes
    case .absent: return verdict.refuse(.notLogged)
    case .unreachable: return verdict.doubt(.logNotAsked)
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
    guard let record = try? SignedRecord(decoding: published),
      let issuer = CodeVerifier.trusted(record, in: trust), let key = issuer.publicKey,
      let entry = try? record.claims(under: key, at: url.locator).status
    else { return verdict.doubt(.statusUnknown) }
    let address = url.address.statusList(Int(clamping: entry.list))
    guard case .found(let answer) = await fetched(address) else {
      return verdict.doubt(.statusUnknown)
    }
    let token = StatusToken(fetched: String(decoding: answer, as: UTF8.self))
    let signer = trust.issuingKeys.first { $0.kid == token.kid }
    guard let signer, signer.maySpeak(of: issuer, at: now), let listKey = signer.publicKey,
      let isRevoked = token.list(under: listKey, at: address, now: now)?.isRevoked(entry.index)
    else { return verdict.doubt(.statusUnknown) }
    if isRevoked { return verdict.refuse(.revoked) }
    guard verdict.inForce.answer != .no else { return }
    verdict.inForce.reasons = verdict.inForce.reasons.filter { $0 != .inForceByItself }
    verdict.inForce.reasons.append(.notRevoked)
  }

  private func fetched(_ address: String) async -> Fetched {
    guard let url = URL(string: address) else { return .unreachable }
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
  static let notRegistered = Reason(
    code: "not_registered", zh: "登记处没有此编号：不予认可。",
    en: "The register holds nothing under this number: it is not accepted.")
  static let logNotAsked = Reason(
    code: "log_not_asked", zh: "未能取得日志证明：是否记入公开日志未核对。",
    en: "No proof could be fetched that it is in the public log.")
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
