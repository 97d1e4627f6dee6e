/// Registered capital in the ways that licences print it.
package enum Capital {
  static func any(_ random: inout Randomness) -> String {
    let amount =
      random.pick([3, 5, 8, 10, 20, 30, 50, 58, 80, 100, 120, 168, 200, 208, 300, 500])
      * random.pick([1, 1, 1, 2, 5, 10, 100])
    let words = inWords(amount)
    let yuan = random.pick(["元", "元", "圆"])
    return random.pick([
      "\(words)万\(yuan)整", "\(words)万\(yuan)整", "人民币\(words)万\(yuan)整", "（人民币）\(words)万\(yuan)整",
      "\(words)万元人民币", "\(amount)万元人民币", "\(amount)万元", "\(amount)万人民币",
      "\(amount).\(random.digits(random.pick([2, 4, 6])))万人民币", "\(amount).0000万元",
      "人民币\(amount)万元",
    ])
  }

  /// 大写数字, up to 9999 万 and beyond: 208 is 贰佰零捌, 1200 壹仟贰佰, 25000 贰亿伍仟.
  package static func inWords(_ amount: Int) -> String {
    if amount >= 10_000 {
      let rest = amount % 10_000
      let joint = rest > 0 && rest < 1000 ? "零" : ""
      return inWords(amount / 10_000) + "亿" + (rest == 0 ? "" : joint + inWords(rest))
    }
    let digits = Array("零壹贰叁肆伍陆柒捌玖")
    var text = ""
    var gap = false
    for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = amount / unit % 10
      if digit == 0 {
        gap = !text.isEmpty
      } else {
        text += (gap ? "零" : "") + String(digits[digit]) + name
        gap = false
      }
    }
    return text
  }
}
