import Cases

/// Puts the characters of a text layer into lines, so that the cells of a table stay apart.
enum TextLayerLines {
  /// A gap wider than this many character heights starts another line.
  private static let widestGap = 0.9

  static func lines(of glyphs: [Glyph]) -> [TextLine] {
    var lines: [TextLine] = []
    var line: [Glyph] = []
    var space: Glyph?
    for glyph in glyphs {
      if glyph.text.allSatisfy(\.isNewline) {
        lines.append(TextLine(glyphs: line))
        (line, space) = ([], nil)
      } else if glyph.text.allSatisfy(\.isWhitespace) {
        space = glyph
      } else {
        if let last = line.last, !follows(glyph, last) {
          lines.append(TextLine(glyphs: line))
          (line, space) = ([], nil)
        }
        // A space is kept between Latin words only; elsewhere it is layout.
        if let gap = space, let last = line.last, isLatin(last), isLatin(glyph) { line.append(gap) }
        line.append(glyph)
        space = nil
      }
    }
    lines.append(TextLine(glyphs: line))
    return lines.filter { !$0.glyphs.isEmpty }
  }

  private static func follows(_ glyph: Glyph, _ last: Glyph) -> Bool {
    let height = max(glyph.box.height, last.box.height)
    let isOnLine = abs(glyph.box.middle.y - last.box.middle.y) < height / 2
    let gap = glyph.box.left - last.box.right
    return isOnLine && gap < widestGap * height && gap > -height
  }

  private static func isLatin(_ glyph: Glyph) -> Bool {
    glyph.text.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
  }
}
