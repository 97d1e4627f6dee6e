/// 注册资本 as licences print it: in figures (100万元人民币, 500.0000万元) or in capital numerals (壹仟贰佰万元整, GB/T 15835-2011 and
/// 会计基础工作规范, article 52).
package enum Capital {
  private static let digits = "零壹贰叁肆伍陆柒捌玖"

  package static func isWellFormed(_ text: String) -> Bool {
    let value = NormalForm.halfWidth(text)
    if value.wholeMatch(of: /(\(?人民币\)?)?[1-9][0-9]*(\.[0-9]{1,6})?万?(元|圆)?(人民币|整)?/) != nil {
      return value.contains { "元圆".contains($0) } || value.contains("人民币")
    }
    guard
      let match = value.wholeMatch(
        of: /(\(?人民币\)?)?([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)(元|圆)(整|正)?(人民币)?/)
    else { return false }
    return isNumber(String(match.2))
  }

  /// Sections of thousands before 亿, 万 and the end, each in falling units.
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    for unit in ["亿", "万"] {
      guard let place = rest.firstIndex(of: Character(unit)) else { continue }
      guard isSection(rest[..<place]) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return rest.isEmpty ? text != "" : isSection(rest)
  }

  /// Up to four digits, each but the last with its unit; a 零 for what is skipped.
  private static func isSection(_ text: Substring) -> Bool {
    text.wholeMatch(
      of: /零?([壹贰叁肆伍陆柒捌玖]仟)?(零?[壹贰叁肆伍陆柒捌玖]佰)?(零?[壹贰叁肆伍陆柒捌玖]?拾)?(零?[壹贰叁肆伍陆柒捌玖])?/)
      != nil && text.contains { digits.dropFirst().contains($0) || $0 == "拾" }
  }
}
