package import Cases

/// The part of a font that one document uses.
package struct FontSubset: Sendable {
  /// A bare CFF font program, keyed by character identifiers (Adobe Technical Note 5176).
  package let program: [UInt8]
  /// The identifier by which a PDF names each glyph, by the glyph's number in the whole font.
  package let codes: [UInt32: UInt16]
}

extension FontFile {
  /// Cuts out some glyphs. They are drawn anew on a coarser grid, without hints, which are for screens of old.
  /// - Throws: `font_not_subset` for more glyphs than a font program can have.
  package func subset(glyphs: Set<UInt32>) throws(Problem) -> FontSubset {
    let glyphs = glyphs.sorted()
    guard glyphs.count < UInt16.max else { throw .fontNotSubset(pinned.family) }
    let drawn = glyphs.map(drawn)
    let boxes = drawn.compactMap(\.box)
    let box = [
      boxes.map(\.left).min(), boxes.map(\.bottom).min(), boxes.map(\.right).max(),
      boxes.map(\.top).max(),
    ]
    let program = CFFProgram(
      name: metrics.postScriptName, box: box.map { $0 ?? 0 }, glyphs: drawn.map(\.charString))
    return FontSubset(
      program: program.bytes,
      codes: Dictionary(uniqueKeysWithValues: zip(glyphs, 1...UInt16.max)))
  }
}

extension Problem {
  package static func fontNotSubset(_ family: String) -> Problem {
    Problem(
      "font_not_subset", exit: .other,
      zh: "无法从字体 \(family) 提取所用字形。", en: "The glyphs in use could not be taken out of \(family).",
      remedyZh: "请检查字体文件和内存后重试。", remedyEn: "Check the font file and memory and try again.")
  }
}
