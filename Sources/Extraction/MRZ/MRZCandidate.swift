import Cases

/// What a line of a machine readable zone must be, from one look at it.
struct MRZCandidate: Equatable {
  var characters: [Character]
  /// Whether something was put right that no check digit proves: of such a candidate another look must say the same.
  var isWeak: Bool
  /// Whether it is right by its own form: check digits of a second line, order and fillers of a first one.
  var passes: Bool

  var value: String { String(characters) }
}

/// One place of a line: what was seen there, and what else.
struct MRZCell: Equatable {
  let seen: Character
  let others: [Character]

  init(seen: Character, others: [Character] = []) {
    self.seen = seen
    self.others = others
  }

  init?(_ glyph: Glyph) {
    guard let seen = Self.character(glyph.text) else { return nil }
    self.init(seen: seen, others: glyph.alternatives.compactMap { Self.character($0.value) })
  }

  static func cells(of glyphs: [Glyph]) -> [MRZCell] { glyphs.compactMap { MRZCell($0) } }

  /// Without spaces, and without the specks and edges at both ends that no zone has.
  static func zone(of glyphs: [Glyph]) -> [Glyph] {
    func isOutside(_ glyph: Glyph) -> Bool {
      MRZCell(glyph).map { MRZ.value(of: $0.seen) == nil } ?? true
    }
    let printed = glyphs.filter { MRZCell($0) != nil }
    return printed.drop(while: isOutside).reversed().drop(while: isOutside).reversed()
  }

  /// Readers of ordinary print see fillers as brackets and quotation marks; a character that no zone has stays, and
  /// the line fails. Nil for a space.
  private static func character(_ text: String) -> Character? {
    guard let first = text.halfWidthCharacters.first, !first.isWhitespace else { return nil }
    return fillers.contains(first) ? MRZ.filler : first.uppercased().first
  }

  private static let fillers: Set<Character> = ["<", "«", "‹", "《", "〈", "く", "("]
}
