import Cases

/// The code behind a vehicle's brand, 大众牌SVW6451: the models of codes read it as well.
struct VehicleModelCode {
  private let glyphs: [Glyph]

  /// Nil where no brand parts it from what is before.
  init?(_ reading: FieldReading) {
    guard reading.lines.count == 1,
      let brand = reading.glyphs.lastIndex(where: { $0.text == "牌" })
    else { return nil }
    glyphs = Array(reading.glyphs[(brand + 1)...])
    guard !glyphs.isEmpty else { return nil }
  }

  /// One for what was read, and one for each model of codes that sees the same.
  func readersThatAgree(_ reader: any LineReader) throws -> Int {
    let code = normalForm(of: glyphs)
    let box = TextLine(glyphs: glyphs).box
    return try [LineHint.Script.registrationCode, .code].reduce(into: 1) { count, script in
      let hint = LineHint(script: script, alphabet: Self.alphabet)
      let seen = try reader.read(box, hint: hint)?.inside(box)?.glyphs ?? []
      if normalForm(of: seen) == code { count += 1 }
    }
  }

  private func normalForm(of glyphs: [Glyph]) -> String {
    VehicleModel.normalForm(of: "品牌" + glyphs.map(\.text).joined().filter { !$0.isWhitespace })
  }

  private static let alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
}
