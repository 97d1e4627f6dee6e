package import Cases

extension Problem {
  package static let leaseLost = Problem(
    "lease_lost", exit: .other,
    zh: "任务已由他人接手，本次结果作废。", en: "The job is somebody else's by now; what was done is thrown away.",
    remedyZh: "无需处理。", remedyEn: "Nothing has to be done.")

  package static func noSuchJob(_ id: Int64) -> Problem {
    Problem(
      "no_such_job", exit: .wrongArguments,
      zh: "没有搁置的任务 \(id)。", en: "No job \(id) was put aside.",
      remedyZh: "请用 kanhe job list 查看。", remedyEn: "See kanhe job list.")
  }
}

extension Problem {
  package static let keyUsedOtherwise = Problem(
    "key_used_otherwise", exit: .wrongArguments,
    zh: "同一 Idempotency-Key 曾用于其他内容。", en: "The same Idempotency-Key was used for something else.",
    remedyZh: "请为新的申请使用新的值。", remedyEn: "Use a new one for a new application.")
}
