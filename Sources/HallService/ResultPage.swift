import Cases
import Foundation

/// What the page of one result shows. Only the words of the state that holds are in it.
struct ResultPage {
  enum State: String {
    case valid, revoked, expired
    case notYet = "not-yet"
  }

  let state: String
  let stateZh: String
  let stateEn: String
  let kindZh: String
  let kindEn: String
  let issuedOn: String
  let expiresOn: String?
  let revocation: Revocation?
  let isTest: Bool
  /// `2026-11-23 12:30`, the halls' time.
  let asOf: String
  /// The same moment in seconds since 1970, for the script.
  let now: Int64
  /// In groups, as people read it out.
  let locator: String
  let digits: String

  struct Revocation {
    let on: String
    let reasonZh: String
    let reasonEn: String
  }

  init(_ record: PublicRecord, at now: Date) {
    let state = State(of: record, at: now)
    self.state = state.rawValue
    (stateZh, stateEn) = state.words
    kindZh = record.kindZh
    kindEn = record.kindEn
    issuedOn = HallTime.day(ofTime: record.issuedAt)
    expiresOn = record.expiresOn
    revocation = state == .revoked ? Revocation(record) : nil
    isTest = record.testAuthority
    asOf = HallTime.minute(of: now)
    self.now = Int64(now.timeIntervalSince1970)
    locator = HallTime.grouped(record.locator)
    digits = record.locator
  }
}

extension ResultPage.State {
  init(of record: PublicRecord, at now: Date) {
    switch record.status(on: CalendarDay(hallDayOf: now)) {
    case .revoked: self = .revoked
    case .expired: self = .expired
    case .valid:
      // Clocks of issuing machines may be ahead by five minutes.
      let issued = HallTime.moment(record.issuedAt) ?? .distantPast
      self = issued > now.addingTimeInterval(300) ? .notYet : .valid
    }
  }

  var words: (zh: String, en: String) {
    switch self {
    case .valid: ("有效", "Valid")
    case .revoked: ("已撤销", "Revoked")
    case .expired: ("已过期", "Expired")
    case .notYet: ("尚未生效", "Not in force yet")
    }
  }
}

extension ResultPage.Revocation {
  init(_ record: PublicRecord) {
    let label = (record.revocationReason ?? .other).label
    self.init(
      on: record.revokedAt.map(HallTime.day(ofTime:)) ?? "", reasonZh: label.zh,
      reasonEn: label.en)
  }
}
