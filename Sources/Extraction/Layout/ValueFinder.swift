import Cases

/// Finds the lines of a field's value, from its label or from the region that a fixed layout gives it.
struct ValueFinder {
  let labels: [Label]
  let pieces: [Piece]
  let width: Double
  let height: Double

  init(labels: [Label], pieces: [Piece], width: Double, height: Double) {
    self.labels = labels.filter { !$0.isCaption }
    self.pieces = pieces
    self.width = width
    self.height = height
  }

  /// The lines of the value from top to bottom, each from left to right; empty where nothing is printed.
  func lines(of field: FieldDefinition) -> [[Piece]] {
    guard field.position != .seal else { return [] }
    if let label = label(of: field) {
      let found = lines(of: field, at: label)
      if !found.isEmpty, field.region == nil || found[0].mayBe(field.type) { return found }
      // A character or a few under its label are looked for there.
      if field.position == .under, field.type.isShort { return [] }
    }
    guard let region = region(of: field), isUsualLayout(of: field) else { return [] }
    let inside = pieces.compactMap { $0.part(from: region.left)?.part(upTo: region.right) }
      .filter { region.contains($0.box.middle) }
    return Array(inRows(inside).filter { $0.mayBe(field.type) }.prefix(field.lines))
  }

  /// Whether a fixed layout is the one that this document has, as its labels tell: foreign passports have others, and a
  /// sheet that was not cut out has none. Where no label was found nothing speaks against it.
  private func isUsualLayout(of field: FieldDefinition) -> Bool {
    let latin = labels.count { $0.field != nil && $0.isLatin }
    return latin < 3
  }

  func label(of field: FieldDefinition) -> Label? {
    labels.first { $0.field == field.labelOf ?? field.name }
  }

  /// Where to look when nothing was found: beside the label, else the region of the fixed layout.
  func blankBox(of field: FieldDefinition) -> Box? {
    guard let label = label(of: field) else { return region(of: field) }
    if field.position == .right, let region = region(of: field), label.stands(leftOf: region) {
      return region
    }
    if field.position == .under {
      return field.type.isShort ? boxUnder(label, limit: region(of: field)?.right) : nil
    }
    if field.position == .rightOrBelow { return boxBelow(label) }
    guard field.position == .cell || (field.position == .right && field.lines == 1) else {
      return nil
    }
    let left = label.box.right + 0.3 * label.box.height
    let right = min(rightEdge(of: label, from: left), left + 8 * label.box.height)
    guard right - left > 0.8 * label.box.height else { return nil }
    return Box(left: left, top: label.box.top, right: right, bottom: label.box.bottom)
  }

  /// One line of up to twice the label's length: large print beside it can hide it from layout analysis.
  private func boxBelow(_ label: Label) -> Box {
    let em = label.box.height
    return Box(
      left: label.box.left - 0.2 * em, top: label.box.bottom + 0.4 * em,
      right: label.box.left + 1.85 * label.box.width, bottom: label.box.bottom + 2 * em)
  }

  /// The line of a character or a few that begins under the label; nil where the layout ends before it begins.
  private func boxUnder(_ label: Label, limit: Double?) -> Box? {
    let em = label.box.height
    let left = label.box.left - 0.3 * em
    let right = min(limit ?? width, columnEnd(over: label), left + 8 * em)
    guard right - left > 0.8 * em else { return nil }
    return Box(
      left: left, top: label.box.bottom + 0.2 * em, right: right,
      bottom: label.box.bottom + 2.2 * em)
  }

  func region(of field: FieldDefinition) -> Box? {
    guard let region = field.region, region.count == 4 else { return nil }
    return Box(
      left: region[0] * width, top: region[1] * height, right: region[2] * width,
      bottom: region[3] * height)
  }

  private func lines(of field: FieldDefinition, at label: Label) -> [[Piece]] {
    // A fixed layout says where the value must end, so that nothing printed beside it is taken in.
    let layout = region(of: field).flatMap { label.stands(leftOf: $0) ? $0 : nil }
    let end = layout?.right ?? width
    switch field.position {
    case .right: return linesToTheRight(of: label, limit: field.lines, end: end)
    case .cell: return linesInCell(of: label, limit: field.lines)
    case .below: return linesBelow(label, field)
    case .under: return linesUnder(label, field)
    case .rightOrBelow:
      let right = linesToTheRight(of: label, limit: field.lines, end: end)
        .filter { $0.suits(field.type) }
      return right.isEmpty ? linesBelow(label, field) : right
    case .seal: return []
    }
  }

  private func linesToTheRight(of label: Label, limit: Int, end: Double) -> [[Piece]] {
    let em = label.box.height
    let left = label.box.right - 0.4 * em
    let right = min(end, rightEdge(of: label, from: left))
    let first = pieces.map { $0.part(upTo: end) }.filter { piece in
      abs(piece.box.middle.y - label.box.middle.y) < 0.7 * max(em, piece.box.height)
        && piece.box.left >= left && piece.box.left < right && piece.box.middle.x < end
        && piece.box.height < 2.2 * em
    }
    guard let start = inRows(first).first, let head = start.first else { return [] }
    guard limit > 1 else { return [start] }
    let columnEnd = min(end, columnEnd(of: head, below: label, limit: limit))
    let floor = floor(under: label)
    var lines = [start]
    while lines.count < limit, let last = lines.last {
      let bottom = last.map(\.box.bottom).max() ?? 0
      let size = last.map(\.box.height).max() ?? em
      let next = pieces.filter { piece in
        let middle = piece.box.middle.y
        return middle > bottom && middle < bottom + 1.6 * size && middle < floor
          && piece.box.left > head.box.left - 1.5 * size && piece.box.left < columnEnd
          && piece.box.height < 2 * size
      }
      guard let line = inRows(next).first, let begin = line.first,
        abs(begin.box.left - head.box.left) < 2.2 * size
      else { break }
      lines.append(line)
    }
    return lines
  }

  private func linesInCell(of label: Label, limit: Int) -> [[Piece]] {
    let em = label.box.height
    let left = label.box.right - 0.4 * em
    let right = rightEdge(of: label, from: left)
    let others = labels.filter { $0.box.left < label.box.right && $0.box.right > label.box.left }
      .map(\.box.middle.y)
    let middle = label.box.middle.y
    let above = others.filter { $0 < middle - 0.5 * em }.max() ?? middle - 3 * em
    let below = others.filter { $0 > middle + 0.5 * em }.min() ?? middle + 3 * em
    let top = max((above + middle) / 2, middle - 3 * em)
    let bottom = min((below + middle) / 2, middle + 3 * em)
    let inside = pieces.filter { piece in
      piece.box.left >= left && piece.box.left < right && piece.box.middle.y > top
        && piece.box.middle.y < bottom
    }
    return Array(inRows(inside).prefix(limit))
  }

  private func linesBelow(_ label: Label, _ field: FieldDefinition) -> [[Piece]] {
    let em = label.box.height
    let under = pieces.filter { piece in
      piece.box.middle.y > label.box.bottom && piece.box.middle.y < label.box.bottom + 9 * em
        && piece.box.right > label.box.left - em && piece.box.left < label.box.right + 12 * em
        && piece.box.height < 2 * em
    }
    return Array(inRows(under).filter { $0.suits(field.type) }.prefix(field.lines))
  }

  /// What begins where the label begins, above the next label of its column, left of the next column.
  private func linesUnder(_ label: Label, _ field: FieldDefinition) -> [[Piece]] {
    let em = label.box.height
    let end = columnEnd(over: label)
    let floor = min(floor(under: label), label.box.bottom + 5.5 * em)
    let column = pieces.filter { piece in
      piece.box.middle.y > label.box.bottom && piece.box.middle.y < floor
        && piece.box.left > label.box.left - 1.5 * em && piece.box.left < end
        && piece.box.height < 2.5 * em
    }
    return Array(inRows(column).filter { $0.mayBe(field.type) }.prefix(field.lines))
  }

  /// Where the next column begins, seen from a label that stands over its value.
  private func columnEnd(over label: Label) -> Double {
    let em = label.box.height
    let right =
      labels.filter { other in
        other.box.left > label.box.right && abs(other.box.middle.y - label.box.middle.y) < 1.2 * em
      }.map(\.box.left).min() ?? width
    return right - 0.5 * em
  }

  /// The left edge of the next label in the label's own row or of the next column of labels, or that of the page.
  private func rightEdge(of label: Label, from left: Double) -> Double {
    labels.filter { other in
      other.box.left > left
        && (abs(other.box.middle.y - label.box.middle.y)
          < 0.8 * max(label.box.height, other.box.height) || isInColumn(other))
    }.map(\.box.left).min() ?? width
  }

  /// Whether a label begins at the same place as at least two others.
  private func isInColumn(_ label: Label) -> Bool {
    labels.count { abs($0.box.left - label.box.left) < 0.5 * label.box.height } >= 3
  }

  /// Where the next column of labels begins beside a value of several lines.
  private func columnEnd(of head: Piece, below label: Label, limit: Int) -> Double {
    let reach = label.box.bottom + Double(limit) * 2 * label.box.height
    return labels.filter { other in
      other.box.left > head.box.left + 2 * label.box.height
        && other.box.bottom > label.box.top && other.box.top < reach
    }.map(\.box.left).min() ?? width
  }

  /// The top of the next label under this one, in its column.
  private func floor(under label: Label) -> Double {
    labels.filter { other in
      other.box.top > label.box.bottom && other.box.left < label.box.right
        && other.box.right > label.box.left
    }.map(\.box.top).min() ?? height
  }

  /// Pieces side by side are one row.
  private func inRows(_ pieces: [Piece]) -> [[Piece]] {
    var rows: [[Piece]] = []
    for piece in pieces.sorted(by: { $0.box.middle.y < $1.box.middle.y }) {
      if let last = rows.last?.last,
        abs(last.box.middle.y - piece.box.middle.y) < 0.6 * min(last.box.height, piece.box.height)
      {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    return rows.map { $0.sorted { $0.box.left < $1.box.left } }
  }
}

extension Box {
  func contains(_ point: Point) -> Bool {
    point.x >= left && point.x < right && point.y >= top && point.y < bottom
  }
}

extension Label {
  /// Whether a fixed layout would have it beside that value: then the layout is the one that is known.
  fileprivate func stands(leftOf region: Box) -> Bool {
    box.left < region.left && box.right < region.left + box.height
      && box.middle.y > region.top - 0.5 * box.height
      && box.middle.y < region.bottom + 0.5 * box.height
  }
}

extension [Piece] {
  /// Whether it can be such a value at all: names in Chinese and in Latin letters share one label.
  fileprivate func mayBe(_ type: FieldType) -> Bool {
    let characters = flatMap(\.glyphs).flatMap(\.text)
    return switch type {
    case .name: characters.contains(where: \.isHan)
    case .latinName:
      characters.count { $0.isLetter && $0.isASCII } * 2 > characters.count
    case .date, .dayOfPassport: (4...10).contains(characters.count(where: \.isNumber))
    case .period: characters.count(where: \.isNumber) >= 4 || characters.contains("长")
    case .drivingClass: suits(DrivingClass.alphabet)
    case .idNumber, .vin, .documentNumber, .documentType, .countryCode:
      type.hint.map { suits($0.alphabet) } ?? true
    default: true
    }
  }

  /// Whether at least half of the characters are such as a value of that type is made of.
  fileprivate func suits(_ type: FieldType) -> Bool {
    guard let alphabet = type.hint?.alphabet, !alphabet.isEmpty else { return true }
    return flatMap(\.glyphs).count >= 4 && suits(alphabet)
  }

  private func suits(_ alphabet: String) -> Bool {
    let characters = flatMap(\.glyphs).flatMap(\.text).filter { !$0.isWhitespace }
    return characters.count(where: alphabet.contains) * 2 >= characters.count
  }
}
