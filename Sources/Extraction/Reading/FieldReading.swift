import Cases

/// What was read of one field before any check: its characters, where they stand in the document, and what speaks for
/// them.
struct FieldReading {
  var lines: [TextLine]
  var box: Box
  /// Who read it first: where layout analysis found nothing that is not the reading of the page.
  var origin = Look.Model.chinese
  var evidence = Evidence()
  /// The value that its check or its list of codes chose among the characters seen, where what was read as a whole is
  /// no such value.
  var decoded: String?
  /// What other readers made of the same print, or what the characters might be instead; best first.
  var alternatives: [Alternative] = []

  init(lines: [TextLine]) {
    self.lines = lines
    box = lines.dropFirst().reduce(lines.first?.box ?? Box(left: 0, top: 0, right: 0, bottom: 0)) {
      $0.union($1.box)
    }
    evidence.confidence = confidence
  }

  /// What one look at a place gave in which layout analysis found nothing.
  init(line: TextLine, by model: Look.Model) {
    self.init(lines: [line])
    origin = model
  }

  /// As printed, lines joined.
  var raw: String { lines.map(\.text).joined() }
  var glyphs: [Glyph] { lines.flatMap(\.glyphs) }
  /// The smallest is the honest one: one wrong character makes the value wrong.
  var confidence: Double { glyphs.map(\.confidence).min() ?? 0 }
}
