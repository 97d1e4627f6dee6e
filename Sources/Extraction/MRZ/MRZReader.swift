import Cases

/// Reads the machine readable zone of a passport: finds its lines, looks at each until two models agree, and puts
/// right what the standard's positions and check digits allow.
struct MRZReader {
  /// Reads single lines again; a text layer needs none.
  let reader: (any LineReader)?

  /// The two lines; nil where no zone is on the page.
  func lines(in rows: [Row]) throws -> (first: MRZLine, second: MRZLine)? {
    guard let zone = try zone(in: rows),
      let first = try line(zone.first, seenBy: zone.model, MRZRepair.first),
      let second = try line(zone.second, seenBy: zone.model, MRZRepair.second)
    else { return nil }
    return (first, second)
  }

  private typealias Zone = (first: Row, second: Row, model: MRZTestimony.Model)

  /// The rows of the zone, and who saw them: where the model that read the page made nothing of a small or blurred zone, the
  /// zone's own model looks at the longest rows.
  private func zone(in rows: [Row]) throws -> Zone? {
    if let zone = MRZFinder.zone(in: rows) { return (zone.first, zone.second, .chinese) }
    guard let reader else { return nil }
    let hint = LineHint(script: .mrz, alphabet: MRZ.alphabet)
    let seen = try rows.map { TextLine(glyphs: $0.items.map(\.glyph)).box }
      .filter { $0.width > Self.leastLength * $0.height }
      .sorted { $0.bottom > $1.bottom }.prefix(Self.mostRows)
      .compactMap { try reader.read($0, hint: hint) }
    if let zone = MRZFinder.zone(in: Row.rows(of: seen)) {
      return (zone.first, zone.second, .zone)
    }
    // A line whose check digits are right tells where the other one is, all of it.
    guard let second = seen.first(where: Self.isSecond),
      let first = try reader.read(second.box.moved(up: Self.pitch * second.box.width), hint: hint)
    else { return nil }
    let both = [first, second].compactMap { Row.rows(of: [$0]).first }
    return both.count == 2 ? (both[0], both[1], .zone) : nil
  }

  /// A line of a zone is 44 characters of 2.54 mm long and 3 mm high, the next one is 6.35 mm below (ICAO 9303-3, 4.4, and
  /// 9303-4, appendix A); the box of a line may be half as high again.
  private static let leastLength = 18.0
  private static let pitch = 6.35 / (44 * 2.54)
  /// The zone is the lowest print on a passport; the edge of the paper may look like more of it.
  private static let mostRows = 4

  private static func isSecond(_ line: TextLine) -> Bool {
    let cells = MRZCell.cells(of: MRZCell.zone(of: line.glyphs))
    return cells.count > MRZ.length / 2 && MRZRepair.second(cells)?.passes == true
  }

  private func line(
    _ row: Row, seenBy model: MRZTestimony.Model, _ repair: ([MRZCell]) -> MRZCandidate?
  ) throws -> MRZLine? {
    let seen = TextLine(glyphs: MRZCell.zone(of: row.items.map(\.glyph)))
    var testimony = MRZTestimony()
    testimony.hear(seen, by: model, repair)
    for (script, other) in Self.looks where !testimony.isSettled && (model, other) != (.zone, .zone)
    {
      let hint = LineHint(script: script, alphabet: MRZ.alphabet)
      guard let line = try reader?.read(seen.box, hint: hint) else { continue }
      testimony.hear(line, by: other, repair)
    }
    return testimony.line
  }

  /// After the reading of the page: the zone's own model, and the page's model with the zone's alphabet.
  private static let looks: [(LineHint.Script, MRZTestimony.Model)] = [
    (.mrz, .zone), (.digits, .chinese),
  ]
}

extension Box {
  fileprivate func moved(up distance: Double) -> Box {
    Box(left: left, top: top - distance, right: right, bottom: bottom - distance)
  }
}
