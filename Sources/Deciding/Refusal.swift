import Cases

extension Reason {
  /// The officer's own words, as the decision prints them; they are given in the language they were written in.
  static func refused(because reason: String) -> Reason {
    Reason(code: refusedByOfficer, zh: reason, en: reason)
  }

  package static let refusedByOfficer = "refused_by_officer"

  /// 行政许可法 第三十八条 asks that a refusal names the remedies; the terms are those of 行政复议法 第二十条 and
  /// 行政诉讼法 第四十六条.
  static let remedies = Reason(
    code: "remedies", zh: "申请人可自收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼。",
    en:
      "The applicant may ask for administrative reconsideration within sixty days of receiving the "
      + "decision, or bring an action before a court within six months.")
}
