import Cases

/// Looks for labels that layout analysis overlooked: two characters printed far apart, or alone in a wide cell,
/// beside a value that was read.
struct OverlookedLabels {
  let kind: DocumentKind
  let reader: any LineReader

  /// Boxes that are read at most: a page full of pseudo-lines must not cost more than a page of print.
  private static let mostReadings = 12

  /// The labels found, and those that stand in a column of labels where none was seen.
  func added(to labels: [Label], beside pieces: [Piece]) throws -> [Label] {
    var missing = kind.fields.filter { field in !labels.contains { $0.field == field.name } }
      .filter { $0.labels.contains { $0.count == 2 } }
    var all = labels
    var readings = 0
    for box in emptyPlaces(in: labels, beside: pieces) {
      guard !missing.isEmpty, readings < Self.mostReadings else { break }
      guard let line = try reader.read(box, hint: LineHint(script: .han)) else { continue }
      readings += 1
      let text = line.text.halfWidthCharacters.filter { !$0.isWhitespace && $0 != ":" }
      guard let index = missing.firstIndex(where: { $0.isNamed(by: text) }) else { continue }
      all.append(Label(field: missing.remove(at: index).name, box: line.box, glyphs: [], cost: 0))
    }
    return all
  }

  /// Where a column of labels has none beside a value, from top to bottom.
  private func emptyPlaces(in labels: [Label], beside pieces: [Piece]) -> [Box] {
    let columns = columns(of: labels)
    return pieces.map(\.box).sorted { $0.top < $1.top }.compactMap { value in
      let em = value.height
      let column = columns.last {
        value.left > $0.right - 0.5 * em && value.left < $0.right + 8 * em
          && value.top > $0.top - 8 * em && value.bottom < $0.bottom + 8 * em
      }
      guard let column else { return nil }
      let place = Box(
        left: column.left - 0.2 * em, top: value.top,
        right: min(column.right + 0.2 * em, value.left - 0.5 * em), bottom: value.bottom)
      let isTaken = labels.contains { label in
        label.box.left < place.right && label.box.right > place.left
          && label.box.middle.y > place.top - 0.5 * em
          && label.box.middle.y < place.bottom + 0.5 * em
      }
      return isTaken || place.width < em ? nil : place
    }
  }

  /// Labels under one another, by the space that they take together; one alone is no column.
  private func columns(of labels: [Label]) -> [Box] {
    let besideValues = Set(
      kind.fields.filter { $0.position == .right || $0.position == .cell }.map(\.name))
    let boxes = labels.filter { besideValues.contains($0.field ?? "") }.map(\.box)
    var columns: [(box: Box, count: Int)] = []
    for box in boxes.sorted(by: { $0.left < $1.left }) {
      let index = columns.firstIndex { column in
        min(box.right, column.box.right) - max(box.left, column.box.left)
          > 0.5 * min(box.width, column.box.width)
      }
      if let index {
        columns[index] = (columns[index].box.union(box), columns[index].count + 1)
      } else {
        columns.append((box, 1))
      }
    }
    return columns.filter { $0.count > 1 }.map(\.box)
  }
}

extension FieldDefinition {
  /// Whether that is one of its labels of two characters, of which one may have been read wrongly.
  fileprivate func isNamed(by text: [Character]) -> Bool {
    labels.map(\.halfWidthCharacters).contains { label in
      label.count == 2 && text.count == 2 && zip(label, text).contains { $0 == $1 }
    }
  }
}
