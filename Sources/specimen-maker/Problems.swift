import Cases

extension Problem {
  /// Cairo, Pango or Leptonica could not do what a drawing needs.
  static func cannotDraw(_ what: String) -> Problem {
    Problem(
      "cannot_draw", exit: .other,
      zh: "无法绘制样本（\(what)）。", en: "The specimen cannot be drawn (\(what)).",
      remedyZh: "请运行 Scripts/install-libraries。", remedyEn: "Run Scripts/install-libraries.")
  }
}
