import Cases

/// Reads the machine readable zone of a passport: finds its lines, looks at each until two models agree, and puts
/// right what the standard's positions and check digits allow.
struct MRZReader {
  /// Reads single lines again; a text layer needs none.
  let reader: (any LineReader)?

  /// The two lines; nil where no zone is on the page.
  func lines(in rows: [Row]) throws -> (first: MRZLine, second: MRZLine)? {
    guard let zone = MRZFinder.zone(in: rows),
      let first = try line(zone.first, MRZRepair.first),
      let second = try line(zone.second, MRZRepair.second)
    else { return nil }
    return (first, second)
  }

  private func line(_ row: Row, _ repair: ([MRZCell]) -> MRZCandidate?) throws -> MRZLine? {
    let page = TextLine(glyphs: MRZCell.zone(of: row.items.map(\.glyph)))
    var testimony = MRZTestimony()
    testimony.hear(page, by: .chinese, repair)
    for (script, model) in Self.looks where !testimony.isSettled {
      let hint = LineHint(script: script, alphabet: MRZ.alphabet)
      guard let line = try reader?.read(page.box, hint: hint) else { continue }
      testimony.hear(line, by: model, repair)
    }
    return testimony.line
  }

  /// After the reading of the page: the zone's own model, and the page's model with the zone's alphabet.
  private static let looks: [(LineHint.Script, MRZTestimony.Model)] = [
    (.mrz, .zone), (.digits, .chinese),
  ]
}
