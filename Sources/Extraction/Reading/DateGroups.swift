import Cases

/// The groups of figures of a day or a period, and what stands between them.
struct DateGroups {
  /// From left to right, figures and others in turn.
  private let runs: [(glyphs: [Glyph], areFigures: Bool)]

  /// Nil where there are not three or six groups of four, two and two figures: of a figure that was taken for something else
  /// the place would be left out.
  init?(_ line: TextLine) {
    var runs: [(glyphs: [Glyph], areFigures: Bool)] = []
    for glyph in line.glyphs where !glyph.text.allSatisfy(\.isWhitespace) {
      let isFigure = glyph.text.allSatisfy { $0.isASCII && $0.isNumber }
      if runs.last?.areFigures == isFigure {
        runs[runs.count - 1].glyphs.append(glyph)
      } else {
        runs.append(([glyph], isFigure))
      }
    }
    let lengths = runs.filter(\.areFigures).map { $0.glyphs.flatMap(\.text).count }
    guard lengths == [4, 2, 2] || lengths == [4, 2, 2, 4, 2, 2] else { return nil }
    self.runs = runs
  }

  /// The line with its figures as another model reads them, each group by itself, with all the room there is between its
  /// neighbours; nil where it sees another number of figures in one.
  func read(by reader: any LineReader, _ hint: LineHint, within reach: Box) throws -> TextLine? {
    var glyphs: [Glyph] = []
    for (index, run) in runs.enumerated() {
      guard run.areFigures else {
        glyphs += run.glyphs
        continue
      }
      var box = TextLine(glyphs: run.glyphs).box
      box.left = index > 0 ? runs[index - 1].glyphs.last?.box.right ?? box.left : reach.left
      box.right = index + 1 < runs.count ? runs[index + 1].glyphs[0].box.left : reach.right
      guard box.width > 0 else { return nil }
      let seen = try reader.read(box, hint: hint)?.inside(box)?.glyphs ?? []
      guard seen.count == run.glyphs.count else { return nil }
      glyphs += seen
    }
    return TextLine(glyphs: glyphs)
  }
}
