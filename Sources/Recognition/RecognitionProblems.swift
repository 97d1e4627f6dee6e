package import Cases

extension Problem {
  package static func damagedLanguage(_ language: String) -> Problem {
    Problem(
      "damaged_language", exit: .missingDependency,
      zh: "Tesseract 语言模型 \(language) 已损坏或版本不符。",
      en: "The Tesseract model \(language) is damaged or of another version.",
      remedyZh: "请重新运行 Scripts/install-libraries。", remedyEn: "Run Scripts/install-libraries again."
    )
  }

  package static let recognitionFailed = Problem(
    "recognition_failed", exit: .unusableInput,
    zh: "无法识别该页面。", en: "The page could not be read.",
    remedyZh: "请重新扫描后再试。", remedyEn: "Scan it again and retry.")
}
