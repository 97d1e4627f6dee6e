import Cases

/// Finds the two lines of a passport's machine readable zone by their look: one close under the other, equally long,
/// some 44 characters of the zone's alphabet, the upper one beginning with P and full of fillers.
enum MRZFinder {
  /// The rows of the two lines; nil where there is no zone on the page.
  static func zone(in rows: [Row]) -> (first: Row, second: Row)? {
    let lines = rows.compactMap { MRZLineShape($0) }
    for first in lines where first.isFirst {
      let below = lines.filter { $0.isSecond && $0.stands(under: first) }
      if let second = below.min(by: { $0.box.top < $1.box.top }) {
        return (first.row, second.row)
      }
    }
    return nil
  }
}

/// What a row of print looks like as a line of a zone.
private struct MRZLineShape {
  let row: Row
  let box: Box
  private let characters: [Character]

  /// Nil for what is no line of a zone.
  init?(_ row: Row) {
    let glyphs = MRZCell.zone(of: row.items.map(\.glyph))
    let characters = MRZCell.cells(of: glyphs).map(\.seen)
    guard (34...54).contains(characters.count),
      characters.count(where: { MRZ.value(of: $0) != nil }) * 10 >= characters.count * 9
    else { return nil }
    self.row = row
    self.characters = characters
    box = TextLine(glyphs: glyphs).box
  }

  /// `P<CHNSONG<<AN<<<<`: hardly a digit, some fillers.
  var isFirst: Bool {
    characters.first == "P" && characters.count(where: \.isNumber) <= 4
      && characters.count { $0 == MRZ.filler } >= 3
  }

  /// `EE18300224CHN0408075F3512126…`: digits for the most part.
  var isSecond: Bool { characters.count(where: \.isNumber) >= 14 }

  func stands(under other: MRZLineShape) -> Bool {
    let height = max(box.height, other.box.height)
    let distance = box.middle.y - other.box.middle.y
    return distance > 0.6 * height && distance < 5 * height
      && abs(box.left - other.box.left) < 0.1 * other.box.width
      && abs(box.width - other.box.width) < 0.15 * other.box.width
  }
}
