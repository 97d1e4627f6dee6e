import Cases

/// Finds what is printed in Latin letters beside labels and is neither label nor value, the English under 姓名 or after
/// 类型/, and the labels of documents that have no Chinese ones.
///
/// It is small print and read badly, so that a quarter of its letters may be wrong.
struct Captions {
  struct Phrase {
    /// Without spaces: readers of Chinese print see none.
    let text: [Character]
    /// What it names where nothing Chinese does.
    let field: String?

    init(_ text: String, names field: String? = nil) {
      self.text = text.filter { !$0.isWhitespace }.halfWidthCharacters
      self.field = field
    }
  }

  private let phrases: [Phrase]
  private let mayBeMisread: Bool
  /// How many characters the Chinese labels of a field have.
  private let lengths: [String: Set<Int>]

  init(of kind: DocumentKind, mayBeMisread: Bool) {
    self.init(
      kind.fields.flatMap { field in field.latinLabels.map { Phrase($0, names: field.name) } }
        + kind.captions.map { Phrase($0) }, mayBeMisread: mayBeMisread,
      lengths: kind.fields.reduce(into: [:]) { $0[$1.name] = Set($1.labels.map(\.count)) })
  }

  init(_ phrases: [Phrase], mayBeMisread: Bool, lengths: [String: Set<Int>] = [:]) {
    self.phrases = phrases
    self.mayBeMisread = mayBeMisread
    self.lengths = mayBeMisread ? lengths : [:]
  }

  /// The captions among what no label has taken, and labels of fields that have none yet: of several the topmost.
  func labels(in rows: [Row], taken: Set<GlyphPlace>, named: Set<String>) -> [Label] {
    guard !phrases.isEmpty else { return [] }
    var named = named
    return rows.flatMap { row in
      row.starts(besides: taken).compactMap { label(at: $0, in: row, taken: taken) }
    }
    .sorted { $0.box.top < $1.box.top }
    .map { label in
      guard let field = label.field, !named.insert(field).inserted else { return label }
      var caption = label
      caption.field = nil
      caption.isCaption = true
      return caption
    }
  }

  private func label(at start: Int, in row: Row, taken: Set<GlyphPlace>) -> Label? {
    let line = row.items[start].place.line
    let run = row.items[start...].prefix { $0.place.line == line && !taken.contains($0.place) }
    let text = run.map { $0.glyph.text.halfWidthCharacters.first ?? " " }
    let found = phrases.compactMap { phrase in
      end(of: phrase.text, in: text).map { (end: $0, field: phrase.field) }
    }.filter { isEnd($0.end, of: Array(run)) }
    // Of phrases of one length the first that names a field.
    guard let longest = found.map(\.end).max(), let first = run.first?.glyph.box else { return nil }
    let field = found.first { $0.end == longest && $0.field != nil }?.field
    var items = Array(run.prefix(longest))
    let misread = field.flatMap { row.misreadLabel(lengths[$0] ?? [], before: start, taken: taken) }
    items = (misread ?? []) + items
    let names = row.mayBeginLatinLabel(at: start) || misread != nil ? field : nil
    return Label(
      field: names, box: items.reduce(items.first?.glyph.box ?? first) { $0.union($1.glyph.box) },
      glyphs: items.map(\.place), cost: misread == nil ? 0 : 1, isCaption: names == nil,
      isLatin: misread == nil)
  }

  /// How many characters of `text` are the phrase; nil where it does not begin with it.
  private func end(of phrase: [Character], in text: [Character]) -> Int? {
    let allowed = mayBeMisread ? phrase.count / 4 : 0
    let slack = max(1, allowed)
    let lengths = max(1, phrase.count - slack)...phrase.count + slack
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
  /// Where a caption may begin: at the start of a line, behind a wide gap, behind a label, behind a slash.
  fileprivate func starts(besides taken: Set<GlyphPlace>) -> [Int] {
    items.indices.filter { index in
      guard !taken.contains(items[index].place), items[index].glyph.text != "/" else {
        return false
      }
      guard index > 0 else { return true }
      let last = items[index - 1]
      return mayBeginLatinLabel(at: index) || taken.contains(last.place) || last.glyph.text == "/"
    }
  }

  /// As many Han characters as a label has, before its translation and behind nothing: that label, read wrongly.
  fileprivate func misreadLabel(_ lengths: Set<Int>, before index: Int, taken: Set<GlyphPlace>)
    -> [Item]?
  {
    let run = items[..<index].reversed().prefix { item in
      item.place.line == items[index].place.line && !taken.contains(item.place) && item.glyph.isHan
    }
    guard lengths.contains(run.count), mayBeginLatinLabel(at: index - run.count) else { return nil }
    return run.reversed()
  }

  /// A label that names a field stands at the start of a line or behind a wide gap; what follows a slash is its translation.
  fileprivate func mayBeginLatinLabel(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let (last, item) = (items[index - 1], items[index])
    return last.place.line != item.place.line
      || item.glyph.box.left - last.glyph.box.right > 1.2 * item.glyph.box.height
  }
}
