import Cases

/// Finds the printed labels of one kind of document among the rows of a page.
struct LabelFinder {
  let kind: DocumentKind
  /// Whether characters may have been read wrongly. In a text layer 原住址 is another label than 现住址.
  var mayBeMisread = true

  /// At most one label per field: the one that was read best, and of those the topmost.
  func labels(in rows: [Row]) -> [Label] {
    var found = wanted.flatMap { field, text in
      rows.flatMap { occurrences(of: text, naming: field, in: $0) }
    }
    found.sort { ($0.cost, -$0.glyphs.count, $0.box.top) < ($1.cost, -$1.glyphs.count, $1.box.top) }
    var taken: Set<GlyphPlace> = []
    var fields: Set<String> = []
    var labels: [Label] = []
    for label in found where taken.isDisjoint(with: label.glyphs) {
      if let field = label.field, !fields.insert(field).inserted { continue }
      taken.formUnion(label.glyphs)
      labels.append(label)
    }
    if mayBeMisread {
      labels += halfReadLabels(in: rows, beside: labels, taken: taken, fields: fields)
      taken.formUnion(labels.flatMap(\.glyphs))
    }
    return labels
      + Captions(of: kind, mayBeMisread: mayBeMisread)
      .labels(in: rows, taken: taken, named: Set(labels.compactMap(\.field)))
  }

  private var wanted: [(field: String?, text: [Character])] {
    kind.fields.flatMap { field in field.labels.map { (field.name, $0.halfWidthCharacters) } }
      + kind.stops.map { (nil, $0.halfWidthCharacters) }
  }

  private func occurrences(of text: [Character], naming field: String?, in row: Row) -> [Label] {
    let characters = row.characters
    return row.items.indices.compactMap { first in
      guard let match = PhraseMatch.at(first, text, in: characters),
        match.cost == 0 || mayBeMisread, row.isOnePiece(match.range),
        row.mayBeginLabel(at: first, ofField: field != nil) || isUnmistakable(match)
      else { return nil }
      return row.label(field, match.range, cost: match.cost)
    }
  }

  /// On a card nothing but the label itself reads like a label of four characters, however close the value before it.
  private func isUnmistakable(_ match: PhraseMatch) -> Bool {
    kind.sizeMillimetres != nil && match.cost == 0 && match.range.count >= 4
  }

  /// Two-character labels of which one character was read, where the labels already found say that a label
  /// belongs: justified in their column.
  private func halfReadLabels(
    in rows: [Row], beside labels: [Label], taken: Set<GlyphPlace>, fields: Set<String>
  ) -> [Label] {
    var fields = fields
    var found: [Label] = []
    for (field, text) in wanted where text.count == 2 {
      guard let field, !fields.contains(field) else { continue }
      let candidates = rows.flatMap { row in
        row.halfRead(text, naming: field, taken: taken)
          .compactMap { $0.justified(with: labels) }
      }
      guard let label = candidates.max(by: { $0.glyphs.count < $1.glyphs.count }) else { continue }
      found.append(label)
      fields.insert(field)
    }
    return found
  }
}

extension Label {
  /// The same label as wide as those above and below it, if it stands in their column.
  fileprivate func justified(with others: [Label]) -> Label? {
    let slack = 0.6 * box.height
    let column = others.first { other in
      let left = abs(box.left - other.box.left) < slack
      let right = abs(box.right - other.box.right) < slack
      return glyphs.count == 2 ? left && right : left || right
    }
    guard let column else { return nil }
    var whole = box
    whole.left = min(box.left, column.box.left)
    whole.right = max(box.right, column.box.right)
    return Label(field: field, box: whole, glyphs: glyphs, cost: cost)
  }
}

extension Row {
  /// Places where one of a label's two characters stands, with the one beside it or alone on its line.
  fileprivate func halfRead(
    _ text: [Character], naming field: String, taken: Set<GlyphPlace>
  ) -> [Label] {
    func isFree(_ index: Int) -> Bool {
      items.indices.contains(index) && !taken.contains(items[index].place)
    }
    func isAlone(_ index: Int) -> Bool {
      items.count { $0.place.line == items[index].place.line } == 1
    }
    return items.indices.filter(isFree).flatMap { index -> [Label] in
      var labels: [Label] = []
      let character = items[index].glyph.text.first
      if character == text[0], isFree(index + 1), mayBeginLabel(at: index) {
        labels.append(label(field, index..<index + 2, cost: 1))
      }
      if character == text[1], isFree(index - 1), mayBeginLabel(at: index - 1) {
        labels.append(label(field, index - 1..<index + 1, cost: 1))
      }
      if text.contains(where: { $0 == character }), isAlone(index) {
        labels.append(label(field, index..<index + 1, cost: 1))
      }
      return labels
    }
  }
}

extension Row {
  /// A label stands at the beginning of a piece of print, or after a space, a mark or a value's end; in brackets no field's:
  /// （经营场所自主申报） ends an address.
  fileprivate func mayBeginLabel(at index: Int, ofField: Bool = false) -> Bool {
    guard index > 0 else { return true }
    let last = items[index - 1]
    let item = items[index]
    if last.place.line != item.place.line { return true }
    let gap = item.glyph.box.left - last.glyph.box.right
    if ofField, "（(".contains(last.glyph.text), gap < 0.7 * item.glyph.box.height { return false }
    return gap > 0.35 * item.glyph.box.height || "：:；;，,（(|｜".contains(last.glyph.text)
  }

  /// Justified labels are spread by up to six character heights; wider gaps part different things.
  fileprivate func isOnePiece(_ range: Range<Int>) -> Bool {
    zip(items[range], items[range].dropFirst()).allSatisfy { one, other in
      other.glyph.box.left - one.glyph.box.right
        < 6 * Swift.max(one.glyph.box.height, other.glyph.box.height)
    }
  }

  fileprivate func label(_ field: String?, _ range: Range<Int>, cost: Int) -> Label {
    let items = items[range]
    let box = items.dropFirst().reduce(items[range.lowerBound].glyph.box) {
      $0.union($1.glyph.box)
    }
    return Label(field: field, box: box, glyphs: items.map(\.place), cost: cost)
  }
}
