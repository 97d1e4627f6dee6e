/// 经营范围: items and the sentence that the register of the day and place puts after them.
enum BusinessScope {
  static func any(_ random: inout Randomness) -> String {
    random.chance(0.7) ? standard(&random) : older(&random)
  }

  /// Since 2021: licensed items, general items, a tail after each.
  private static func standard(_ random: inout Randomness) -> String {
    var parts: [String] = []
    if random.chance(0.55) {
      parts.append(
        "许可项目：" + some(1...3, of: ScopeItems.licensed, "；", &random)
          + closed(random.pick(licensedTails), random.chance(0.9)))
    }
    if parts.isEmpty || random.chance(0.85) {
      parts.append(
        "一般项目：" + some(2...12, of: ScopeItems.general, "；", &random)
          + closed(generalTail, random.chance(0.85)))
    }
    if random.chance(0.4) { parts.reverse() }
    return parts.joined(separator: random.pick(["", "", "。", "；"]))
  }

  /// Before: one list, joined as the clerk liked.
  private static func older(_ random: inout Randomness) -> String {
    let separator = random.pick(["、", "；", "，", ";"])
    let items = some(2...9, of: ScopeItems.general + ScopeItems.licensed, separator, &random)
    let stop = random.pick(["。", "", ""])
    return items + stop + random.pick(olderTails)
  }

  private static func closed(_ tail: String, _ fullWidth: Bool) -> String {
    fullWidth ? "（\(tail)）" : "(\(tail))"
  }

  private static let generalTail = "除依法须经批准的项目外，凭营业执照依法自主开展经营活动"
  private static let licensedTails = [
    "依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以审批结果为准",
    "依法须经批准的项目，经相关部门批准后方可开展经营活动，具体经营项目以相关部门批准文件或许可证件为准",
    "依法须经批准的项目，经相关部门批准后方可开展经营活动",
  ]
  private static let olderTails = [
    "（依法须经批准的项目，经相关部门批准后方可开展经营活动）", "(依法须经批准的项目,经相关部门批准后方可开展经营活动)",
    "【依法须经批准的项目，经相关部门批准后方可开展经营活动】", "",
    "（企业依法自主选择经营项目，开展经营活动；依法须经批准的项目，经相关部门批准后依批准的内容开展经营活动；不得从事本市产业政策禁止和限制类项目的经营活动。）",
    "（市场主体依法自主选择经营项目，开展经营活动；依法须经批准的项目，经相关部门批准后依批准的内容开展经营活动；不得从事国家和本市产业政策禁止和限制类项目的经营活动。）",
    "（涉及许可经营项目，应取得相关部门许可后方可经营）",
    "（法律、行政法规、国务院决定禁止的项目不得经营；法律、行政法规、国务院决定限制的项目取得许可后方可经营）",
  ]

  private static func some(
    _ count: ClosedRange<Int>, of list: [String], _ separator: String, _ random: inout Randomness
  ) -> String {
    Array(list.shuffled(using: &random).prefix(random.whole(count))).joined(separator: separator)
  }
}
