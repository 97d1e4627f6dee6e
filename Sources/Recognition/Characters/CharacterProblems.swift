package import Cases

extension Problem {
  package static func missingCharacterModel(folder: String) -> Problem {
    Problem(
      "missing_character_model", exit: .missingDependency,
      zh: "在 \(folder) 中找不到汉字识别模型。",
      en: "The model that reads single characters was not found in \(folder).",
      remedyZh: "请恢复 Models/glyphs/characters.bin。",
      remedyEn: "Restore Models/glyphs/characters.bin.")
  }

  package static func damagedCharacterModel(folder: String) -> Problem {
    Problem(
      "damaged_character_model", exit: .missingDependency,
      zh: "\(folder) 中的汉字识别模型已损坏或版本不符。",
      en: "The model that reads single characters in \(folder) is damaged or of another version.",
      remedyZh: "请恢复 Models/glyphs/characters.bin。",
      remedyEn: "Restore Models/glyphs/characters.bin.")
  }
}
