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

  /// A paper is made out to somebody, and reading left open to whom.
  package static let applicantUnknown = Problem(
    "applicant_unknown", exit: .needsPerson,
    zh: "申请人尚未确定，文书无法出具。", en: "It is not certain who applies: no paper can be made out.",
    remedyZh: "请先确认该字段，或写明申请人（--applicant）。",
    remedyEn: "Confirm that field first, or say who it is (--applicant).")

  package static func notDeferrable(_ matter: String) -> Problem {
    Problem(
      "not_deferrable", exit: .wrongArguments,
      zh: "该案件不能容缺受理：事项「\(matter)」不允许，或缺少的材料不在可容缺之列，或材料并无缺少。",
      en:
        "The case cannot be taken in as it is: the matter '\(matter)' does not allow it, something "
        + "else than it lists is missing, or nothing is.",
      remedyZh: "请查看案件的理由和事项文件的 deferral。",
      remedyEn: "Look at the case's reasons and at 'deferral' in the matter's file.")
  }

  package static func noticeIssued(_ id: String) -> Problem {
    Problem(
      "notice_issued", exit: .wrongArguments,
      zh: "案件 \(id) 已出具容缺受理通知书。", en: "The case \(id) has its notice already.",
      remedyZh: "请等待补正，或作出决定。", remedyEn: "Wait for what is outstanding, or decide.")
  }
}
