import Cases

/// What was read of one field before any check: its characters and where they stand in the document.
struct FieldReading {
  var lines: [TextLine]
  var box: Box
  /// Whether another look at the same print read the same.
  var isConfirmed = false

  /// As printed, lines joined.
  var raw: String { lines.map(\.text).joined() }
  var glyphs: [Glyph] { lines.flatMap(\.glyphs) }
  var confidence: Double { glyphs.map(\.confidence).min() ?? 0 }
}

extension FieldReading {
  /// The engine's model has no middle dot and prints what looks most like one. Between two Han characters of a
  /// name nothing else stands.
  var withMiddleDots: FieldReading {
    var reading = self
    reading.lines = lines.map { line in
      var line = line
      for index in line.glyphs.indices.dropFirst().dropLast()
      where ".。,，、*".contains(line.glyphs[index].text)
        && line.glyphs[index - 1].isHan && line.glyphs[index + 1].isHan
      {
        line.glyphs[index].text = "·"
      }
      return line
    }
    return reading
  }
}

extension Glyph {
  fileprivate var isHan: Bool {
    text.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
  }
}
