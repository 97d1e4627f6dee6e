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

  package static func missingModel(_ name: String, folder: String) -> Problem {
    Problem(
      "missing_model", exit: .missingDependency,
      zh: "在 \(folder) 中找不到模型 \(name)。",
      en: "The model \(name) was not found in \(folder).",
      remedyZh: "请恢复 Models/tessdata 文件夹，或运行 Scripts/train-models 重新训练。",
      remedyEn: "Restore the folder Models/tessdata, or train it again with Scripts/train-models.")
  }

  package static func alteredModel(_ name: String, folder: String) -> Problem {
    Problem(
      "altered_model", exit: .missingDependency,
      zh: "\(folder) 中的模型 \(name) 与 manifest.json 记录的校验值不符。",
      en: "The model \(name) in \(folder) is not the one whose SHA-256 manifest.json records.",
      remedyZh: "请恢复 Models/tessdata 文件夹；重新训练后请一并更新清单。",
      remedyEn: "Restore the folder Models/tessdata; after training, renew the manifest too.")
  }

  package static let recognitionFailed = Problem(
    "recognition_failed", exit: .unusableInput,
    zh: "无法识别该页面。", en: "The page could not be read.",
    remedyZh: "请重新扫描后再试。", remedyEn: "Scan it again and retry.")
}
