package import Cases

extension Problem {
  static let unknownCase = Problem(
    "no_such_case", exit: .wrongArguments,
    zh: "没有该案件。", en: "There is no such case.",
    remedyZh: "请核对编号。", remedyEn: "Check its id.")

  static let noResultWaiting = Problem(
    "nothing_to_hand_over", exit: .wrongArguments,
    zh: "该案件没有待交付的结果：尚未签发，或已交付并清除。",
    en: "The case has no result to hand over: none was issued, or it was handed over and erased.",
    remedyZh: "请查看案件状态。", remedyEn: "Look at the case's state.")

  static let noPapers = Problem(
    "no_papers", exit: .wrongArguments,
    zh: "表单中没有文件。", en: "The form holds no file.",
    remedyZh: "请用 multipart/form-data 附上一个或多个文件。",
    remedyEn: "Attach one or more files as multipart/form-data.")

  static func badField(known: [String]) -> Problem {
    Problem(
      "bad_field", exit: .wrongArguments,
      zh: "表单项有误：名称未知、重复，或内容不可用。",
      en: "A field of the form has an unknown name, is there twice, or holds what cannot be used.",
      remedyZh: "可用的表单项：\(known.joined(separator: "、"))，各至多一次。",
      remedyEn: "Known are \(known.joined(separator: ", ")), each once at most.")
  }

  static let badLane = Problem(
    "bad_lane", exit: .wrongArguments,
    zh: "没有这样的通道。", en: "There is no such lane.",
    remedyZh: "请填写 walk-in 或 batch。", remedyEn: "Write walk-in or batch.")

  static let badKey = Problem(
    "bad_key", exit: .wrongArguments,
    zh: "Idempotency-Key 为空或过长。", en: "The Idempotency-Key is empty or too long.",
    remedyZh: "请使用 1 至 255 个字符。", remedyEn: "Use 1 to 255 characters.")

  /// More waits than can be taken: nothing of what was sent is kept.
  package static let queueFull = Problem(
    "queue_full", exit: .other,
    zh: "等待办理的材料过多，本次未接收。", en: "Too much is waiting; nothing of this was taken in.",
    remedyZh: "请稍后重试。", remedyEn: "Try again in a while.")
}
