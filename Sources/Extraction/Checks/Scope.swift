/// 经营范围 as registers have printed it since 2021 (经营范围登记规范化): 许可项目 and 一般项目, items between semicolons, and a
/// sentence of the law in brackets; before, items between the marks that an office liked.
enum Scope {
  /// The sentences that registers put after the items, by 企业经营范围登记管理规定 and the rules of 2021.
  private static let tails = [
    "除依法须经批准的项目外，凭营业执照依法自主开展经营活动",
    "依法须经批准的项目，经相关部门批准后方可开展经营活动",
    "依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准",
    "依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准",
    "涉及许可经营项目，应取得相关部门许可后方可经营",
    "法律、行政法规、国务院决定禁止的项目不得经营；法律、行政法规、国务院决定限制的项目取得许可后方可经营",
  ]

  /// How many of the sentences of the law stand in it, letter by letter.
  static func sentences(in text: String) -> Int {
    let value = normalForm(of: text)
    return tails.reduce(0) { $0 + value.ranges(of: $1).count }
  }

  /// Whether a sentence of the law stands in it of which a mark was lost or misread: then others may be as well.
  static func hasLostMarks(_ text: String) -> Bool {
    let value = normalForm(of: text)
    let letters = value.filter(\.isLetter)
    return tails.contains { tail in
      letters.ranges(of: tail.filter(\.isLetter)).count > value.ranges(of: tail).count
    }
  }

  /// One mark for each of its kinds: full-width, as Chinese is set (GB/T 15834-2011).
  static func normalForm(of text: String) -> String {
    String(text.map { marks[$0] ?? $0 })
  }

  private static let marks: [Character: Character] = [
    ",": "，", ";": "；", ":": "：", "(": "（", ")": "）",
  ]

  /// Whether nothing seems to be lost or torn: brackets are closed, and no mark follows another.
  static func isWhole(_ text: String) -> Bool {
    let value = normalForm(of: text)
    let isMark: (Character) -> Bool = { "，；：、。".contains($0) }
    return KnownForm.isClosed(value) && !hasLostMarks(value)
      && !zip(value, value.dropFirst()).contains { isMark($0) && isMark($1) }
      && !value.contains { ".'’‘“”\"*/|".contains($0) }
      && (value.last.map { "）】。".contains($0) } ?? false)
  }
}
