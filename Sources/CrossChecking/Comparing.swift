import Cases

/// The outcome of one comparison in words. Values are personal: a sentence says where two differ, and prints a
/// value only where the rule itself names what it expects.
struct Comparing: Equatable {
  let outcome: Finding.Outcome
  let zh: String
  let en: String

  static let agrees = Comparing(outcome: .agrees, zh: "一致。", en: "agree.")

  static func differs(_ left: String, _ right: String) -> Comparing {
    let same = zip(left, right).prefix { $0 == $1 }.count
    let lengths = left.count == right.count ? nil : (left.count, right.count)
    return Comparing(
      outcome: .differs,
      zh: "不一致，从第\(same + 1)个字符起不同" + (lengths.map { "（长度为\($0)和\($1)）" } ?? "") + "。",
      en: "differ from character \(same + 1) on"
        + (lengths.map { " (their lengths are \($0) and \($1))" } ?? "") + ".")
  }

  static func otherThan(_ expected: String, found cell: String) -> Comparing {
    Comparing(
      outcome: .differs, zh: "记录为「\(cell)」，应为「\(expected)」。",
      en: "the record says '\(cell)' and should say '\(expected)'.")
  }

  static func notFound(_ reference: String) -> Comparing {
    Comparing(
      outcome: .notFound, zh: "参照数据 \(reference) 中没有相应记录。",
      en: "the reference \(reference) holds no such record.")
  }

  static func missing(_ path: String) -> Comparing {
    Comparing(
      outcome: .notChecked, zh: "未核对，缺少 \(path) 或无法识别。",
      en: "not checked, because \(path) is missing or could not be read.")
  }

  static func keyUncertain(_ path: String) -> Comparing {
    Comparing(
      outcome: .notChecked, zh: "未核对，用于查找记录的 \(path) 尚不确定。",
      en: "not checked, because \(path), by which the record is found, is not certain.")
  }

  static func notImported(_ reference: String) -> Comparing {
    Comparing(
      outcome: .notChecked,
      zh: "未核对，参照数据 \(reference) 尚未导入（kanhe reference import \(reference) 文件.csv）。",
      en: "not checked, because the reference \(reference) was not imported "
        + "(kanhe reference import \(reference) FILE.csv).")
  }

  static func emptyColumn(_ path: ReferencePath) -> Comparing {
    Comparing(
      outcome: .notChecked, zh: "未核对，参照数据 \(path.reference) 的 \(path.column) 为空。",
      en: "not checked, because \(path.column) of the reference \(path.reference) is empty.")
  }

  static let incomparable = Comparing(
    outcome: .notChecked, zh: "未核对，有一方不是可比较的值。",
    en: "not checked, because one side is no value of the kind that is compared.")
}
