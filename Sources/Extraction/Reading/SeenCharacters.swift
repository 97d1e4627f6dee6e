import Cases

/// Every character that any reader really saw in each place of one value, with the best probability that one gave it.
///
/// What is known of a value - a check digit, a list of codes - may choose among these; it may never bring in a
/// character that nobody saw.
struct SeenCharacters {
  private var places: [[(character: Character, probability: Double)]] = []

  /// Of readings of the same length only: others do not say which character stands where.
  init(_ readings: [FieldReading], length: Int) {
    let rows = readings.map { $0.glyphs.filter { !$0.text.allSatisfy(\.isWhitespace) } }
      .filter { $0.count == length }
    guard !rows.isEmpty else { return }
    places = (0..<length).map { place in
      var seen: [Character: Double] = [:]
      for glyph in rows.map({ $0[place] }) {
        let all =
          [(glyph.text, glyph.confidence)] + glyph.alternatives.map { ($0.value, $0.probability) }
        for (text, probability) in all {
          guard let character = text.halfWidthCharacters.first, text.count == 1 else { continue }
          seen[character] = max(seen[character] ?? 0, probability)
        }
      }
      return seen.map { ($0.key, $0.value) }
        .sorted { ($0.1, String($1.0)) > ($1.1, String($0.0)) }
    }
  }

  /// The likeliest value that passes, if it differs in at most two places from the likeliest of all and no other that
  /// passes is nearly as likely.
  func value(where passes: (String) -> Bool) -> String? {
    guard !places.isEmpty, places.allSatisfy({ !$0.isEmpty }) else { return nil }
    let first = places.map { $0[0].character }
    var found: [(value: String, odds: Double)] = []
    func consider(_ changes: [(place: Int, choice: Int)]) {
      var characters = first
      var odds = 1.0
      for (place, choice) in changes {
        characters[place] = places[place][choice].character
        odds *= places[place][choice].probability / max(0.001, places[place][0].probability)
      }
      let value = String(characters)
      if passes(value) { found.append((value, odds)) }
    }
    consider([])
    let changes = places.indices.flatMap { place in
      places[place].indices.dropFirst().map { (place: place, choice: $0) }
    }
    for (index, one) in changes.enumerated() {
      consider([one])
      for other in changes.dropFirst(index + 1) where other.place != one.place {
        consider([one, other])
      }
    }
    found.sort { ($0.odds, $1.value) > ($1.odds, $0.value) }
    guard let best = found.first else { return nil }
    return found.dropFirst().allSatisfy { $0.odds < 0.2 * best.odds } ? best.value : nil
  }

  /// The one of some listed values of which every character was seen, if no other is nearly as likely.
  func value(among listed: Set<String>) -> String? {
    let likely = listed.compactMap { value -> (value: String, odds: Double)? in
      let characters = Array(value)
      guard characters.count == places.count else { return nil }
      var odds = 1.0
      for (place, character) in zip(places, characters) {
        guard let seen = place.first(where: { $0.character == character }) else { return nil }
        odds *= seen.probability
      }
      return (value, odds)
    }.sorted { ($0.odds, $1.value) > ($1.odds, $0.value) }
    guard let best = likely.first else { return nil }
    return likely.dropFirst().allSatisfy { $0.odds < 0.2 * best.odds } ? best.value : nil
  }
}
