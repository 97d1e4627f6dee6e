import Cases

/// What a person has to look at because pages do not fit together.
extension Problem {
  static func sidesDoNotMatch(fronts: Int, backs: Int) -> Problem {
    Problem(
      "sides_do_not_match", exit: .needsPerson,
      zh: "正面 \(fronts) 页，反面 \(backs) 页，不能配对。",
      en: "There are \(fronts) fronts and \(backs) backs: they do not match.",
      remedyZh: "请核对是否漏扫或多扫，再重新扫描。",
      remedyEn: "See whether a sheet was missed or taken twice, and scan again."
    )
  }

  static let onlySeparators = Problem(
    "only_separators", exit: .needsPerson,
    zh: "只有分隔页，没有材料。", en: "There are separators and no papers.",
    remedyZh: "请检查扫描方向后重新扫描。", remedyEn: "Check which side was scanned, and scan again.")

  static func unexpectedPages(_ count: Int, expected: Int) -> Problem {
    Problem(
      "unexpected_page_count", exit: .needsPerson,
      zh: "共 \(count) 页，应为 \(expected) 页。",
      en: "There are \(count) pages where \(expected) were expected.",
      remedyZh: "请核对是否漏扫、多扫或混入他人材料。",
      remedyEn: "See whether a page was missed, taken twice, or belongs to somebody else.")
  }
}
