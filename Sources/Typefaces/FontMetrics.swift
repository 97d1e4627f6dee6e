/// What a PDF font descriptor says of a font (ISO 32000-1, 9.8), in thousandths of an em.
package struct FontMetrics: Sendable, Equatable {
  package var postScriptName: String
  /// Left, bottom, right, top of all glyphs.
  package var box: [Int]
  package var ascent: Int
  package var descent: Int
  package var capHeight: Int
}

extension FontFile {
  package var metrics: FontMetrics {
    let (head, horizontal, system) = (table("head"), table("hhea"), table("OS/2"))
    let box = [36, 38, 40, 42].map { thousandths(head, $0) }
    let ascent = thousandths(horizontal, 4)
    return FontMetrics(
      postScriptName: pinned.postScriptName, box: box, ascent: ascent,
      descent: thousandths(horizontal, 6),
      // Only version 2 and later of OS/2 has the height of capitals.
      capHeight: system.count >= 90 ? thousandths(system, 88) : ascent)
  }

  /// A signed number of 16 bits in font units; 0 beyond the end of the table.
  private func thousandths(_ table: [UInt8], _ offset: Int) -> Int {
    guard offset + 1 < table.count else { return 0 }
    let value = Int16(bitPattern: UInt16(table[offset]) << 8 | UInt16(table[offset + 1]))
    return Int((Double(value) * 1000 / unitsPerEm).rounded())
  }
}

extension PinnedFont {
  /// The file's name without what PDF names may not hold: `NotoSerifCJK-Regular`.
  fileprivate var postScriptName: String {
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    return stem.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
