package import Cases

extension Problem {
  package static func noSuchField(_ path: String, known: [String]) -> Problem {
    Problem(
      "no_such_field", exit: .wrongArguments,
      zh: "案件中没有字段「\(path)」。", en: "The case has no field '\(path)'.",
      remedyZh: "可用字段：\(known.joined(separator: "、"))。",
      remedyEn: "Its fields: \(known.joined(separator: ", ")).")
  }

  package static func emptyValue(_ name: String) -> Problem {
    Problem(
      "empty_value", exit: .wrongArguments,
      zh: "「\(name)」不能为空。", en: "'\(name)' must not be empty.",
      remedyZh: "请填写内容。", remedyEn: "Say what it is.")
  }
}
