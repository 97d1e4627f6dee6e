import Cases
import Foundation

@testable import ResultCodes

/// What is different about one result from an ordinary valid one.
struct Circumstances {
  var secret = ResultSecret()
  var claims: (inout ResultClaims) -> Void = { _ in }
  var record: (inout PublicRecord) -> Void = { _ in }
  /// Nil: the paper's own key.
  var key: IssuingKey?
  var entry: (inout PublicSide.Entry) -> Void = { _ in }
  var isLogged = true
}

/// A result that can be looked up, and the texts of its two codes.
struct Listed {
  let locator: String
  let full: String
  let pointer: String

  /// What stands behind `#` in the full code.
  var fragment: String { String(full.split(separator: "#").last ?? "") }
  var withoutFragment: String { String(full.split(separator: "#").first ?? "") }
}

extension Paper {
  /// Puts the paper into the register under a locator of its own.
  func list(_ circumstances: Circumstances = Circumstances(), in register: PublicSide) throws
    -> Listed
  {
    let secret = circumstances.secret
    let key = circumstances.key ?? self.key
    var claims = claims
    claims.status = nil
    circumstances.claims(&claims)
    let signed = try key.sign(claims, for: secret.locator)
    var record = PublicRecord(
      locator: secret.locator.digits, kindZh: claims.kind,
      kindEn: "Decision on the health licence of a public place", cose: signed.encoded,
      issuedAt: Date(timeIntervalSince1970: TimeInterval(claims.issuedAt)).formatted(.iso8601),
      expiresOn: claims.expiresAt.map {
        CalendarDay(hallDayOf: Date(timeIntervalSince1970: TimeInterval($0))).description
      }, testAuthority: true)
    circumstances.record(&record)
    var entry = PublicSide.Entry(
      record: record, pdfSHA256: "", hiddenPDF: try HiddenPDF.hide(pdf, under: secret),
      hiddenPicture: try HiddenPicture.hide(picture, under: secret, signedBy: key))
    circumstances.entry(&entry)
    try register.add(entry, isLogged: circumstances.isLogged)
    return Listed(
      locator: record.locator, full: try ResultURL(address, .full(secret, signed)).text,
      pointer: try ResultURL(address, .pointer(secret)).text)
  }
}
