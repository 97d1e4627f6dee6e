import Cases

/// Finds what is printed beside labels and is neither label nor value: the English under 姓名, or after 类型/.
///
/// It is small print and read badly, so that a quarter of its letters may be wrong.
struct Captions {
  /// Without spaces: readers of Chinese print see none.
  private let phrases: [[Character]]
  private let mayBeMisread: Bool

  init(_ phrases: [String], mayBeMisread: Bool) {
    self.phrases = phrases.map { $0.filter { !$0.isWhitespace }.halfWidthCharacters }
    self.mayBeMisread = mayBeMisread
  }

  /// The captions among what no label has taken.
  func labels(in rows: [Row], taken: Set<GlyphPlace>) -> [Label] {
    guard !phrases.isEmpty else { return [] }
    return rows.flatMap { row in
      row.starts(besides: taken).compactMap { label(at: $0, in: row, taken: taken) }
    }
  }

  private func label(at start: Int, in row: Row, taken: Set<GlyphPlace>) -> Label? {
    let line = row.items[start].place.line
    let run = row.items[start...].prefix { $0.place.line == line && !taken.contains($0.place) }
    let text = run.map { $0.glyph.text.halfWidthCharacters.first ?? " " }
    let ends = phrases.compactMap { end(of: $0, in: text) }
    guard let end = ends.filter({ isEnd($0, of: Array(run)) }).max(),
      let first = run.first?.glyph.box
    else { return nil }
    let items = run.prefix(end)
    return Label(
      field: nil, box: items.reduce(first) { $0.union($1.glyph.box) }, glyphs: items.map(\.place),
      cost: 0, isCaption: true)
  }

  /// How many characters of `text` are the phrase; nil where it does not begin with it.
  private func end(of phrase: [Character], in text: [Character]) -> Int? {
    let allowed = mayBeMisread ? phrase.count / 4 : 0
    let lengths = max(1, phrase.count - 1)...phrase.count + 1
    let found = lengths.filter { $0 <= text.count }.map { length in
      (length: length, cost: EditDistance.between(phrase, Array(text[..<length])))
    }
    return found.filter { $0.cost <= allowed }.min { $0.cost < $1.cost }?.length
  }

  /// A caption is not the beginning of a word: what follows is nothing, a space, or no letter.
  private func isEnd(_ end: Int, of run: [Row.Item]) -> Bool {
    guard end > 0, end < run.count else { return end == run.count }
    let (last, next) = (run[end - 1].glyph, run[end].glyph)
    let isLetter = next.text.first.map { $0.isLetter && $0.isASCII } ?? false
    return !isLetter || next.box.left - last.box.right > 0.35 * next.box.height
  }
}

extension Row {
  /// Where a caption may begin: at the start of a line, behind a label, behind a slash.
  fileprivate func starts(besides taken: Set<GlyphPlace>) -> [Int] {
    items.indices.filter { index in
      guard !taken.contains(items[index].place), items[index].glyph.text != "/" else {
        return false
      }
      guard index > 0 else { return true }
      let last = items[index - 1]
      return last.place.line != items[index].place.line || taken.contains(last.place)
        || last.glyph.text == "/"
    }
  }
}
