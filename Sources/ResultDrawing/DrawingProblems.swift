package import Cases

/// Why a result could not be drawn.
extension Problem {
  package static func missingValue(_ name: String) -> Problem {
    Problem(
      "missing_value", exit: .needsPerson,
      zh: "结果模板需要的内容「\(name)」没有值。", en: "The result template needs '\(name)', which has no value.",
      remedyZh: "请补充该内容后重新出具。", remedyEn: "Supply it and issue the result again.")
  }

  package static func drawingFailed(_ status: String) -> Problem {
    Problem(
      "drawing_failed", exit: .other,
      zh: "绘制结果页失败（\(status)）。", en: "Drawing the result failed (\(status)).",
      remedyZh: "请检查内存和磁盘后重试。", remedyEn: "Check memory and disk and try again.")
  }
}
