import Cases

extension CharacterStrip {
  /// Where the characters stand that another reader printed, by the ink alone: Tesseract knows what it read better than
  /// where. Nil where so many characters cannot be found.
  ///
  /// A Han character is nearly as wide as the line is high, digits, letters and marks are narrow; nothing falls apart
  /// into pieces, and cuts part little ink.
  func cells(of glyphs: [Glyph]) -> [CharacterCell]? {
    let others = zip(glyphs, glyphs.dropFirst()).map {
      column(ofPageX: ($0.box.right + $1.box.left) / 2)
    }
    guard glyphs.count <= 120, let cuts = CharacterCuts(self, others: others) else { return nil }
    let spans = cuts.spans
    let isHan = glyphs.map { $0.text.unicodeScalars.first?.properties.isIdeographic ?? false }
    let middles = glyphs.map { column(ofPageX: $0.box.middle.x) }
    let count = glyphs.count
    var best = [Double](repeating: .infinity, count: cuts.columns.count * (count + 1))
    var last = [Int](repeating: -1, count: best.count)
    best[0] = 0
    for (index, span) in spans.enumerated() {
      let middle = Double(span.cell.ink.lowerBound + span.cell.ink.upperBound) / 2
      for place in 0..<count {
        let before = best[span.from * (count + 1) + place]
        guard before < .infinity else { continue }
        // Only a hint: in letter-spaced lines Tesseract is off by several characters.
        let away = min(1, abs(middle - middles[place]) / height)
        let cost =
          before + 0.1 * away + 2 * cuts.costs[span.to]
          + Self.misfit(span, isHan: isHan[place], height: height)
        let state = span.to * (count + 1) + place + 1
        if cost < best[state] { (best[state], last[state]) = (cost, index) }
      }
    }
    var cells: [CharacterCell] = []
    var cut = cuts.columns.count - 1
    for place in stride(from: count, to: 0, by: -1) {
      let index = last[cut * (count + 1) + place]
      guard index >= 0 else { return nil }
      cells.append(spans[index].cell)
      cut = spans[index].from
    }
    return cells.reversed()
  }

  /// How little a stretch looks like one character of its kind: usual widths of ink and of gaps in it, in ink heights.
  private static func misfit(_ span: CharacterSpan, isHan: Bool, height: Double) -> Double {
    let width = Double(span.cell.ink.count) / height
    let usual = isHan ? 0.6...1.08 : 0.05...0.62
    let off = max(0, usual.lowerBound - width, width - usual.upperBound)
    let gap = max(0, span.gap - (isHan ? 0.3 : 0.06))
    return 4 * off * off + off + 3 * gap
  }
}
