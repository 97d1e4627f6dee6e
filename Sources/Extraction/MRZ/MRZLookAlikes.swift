/// Characters that are taken for one another, although OCR-B was drawn to keep them apart.
enum MRZLookAlikes {
  private static let groups = ["0ODQ", "1I", "2Z", "5S8B", "6G"]

  /// Whether one or two characters of a part could be others that look like them, without its check digit telling
  /// (9303-3, section 4.9): OO weighs as much as 00 where the weights are 7 and 3. The composite digit of a second line
  /// weighs its optional data alike, and tells no more.
  static func mayHide(in part: some Collection<Character>) -> Bool {
    let weights = [7, 3, 1]
    var changes: [(place: Int, weight: Int)] = []
    for (place, character) in part.enumerated() {
      for other in lookAlikes(of: character) {
        guard let (here, there) = values(character, other) else { return true }
        let change = (there - here) * weights[place % weights.count]
        changes.append((place, ((change % 10) + 10) % 10))
      }
    }
    return changes.contains { one in
      one.weight == 0
        || changes.contains { $0.place != one.place && ($0.weight + one.weight) % 10 == 0 }
    }
  }

  private static func lookAlikes(of character: Character) -> [Character] {
    groups.first { $0.contains(character) }.map { $0.filter { $0 != character } } ?? []
  }

  private static func values(_ one: Character, _ other: Character) -> (Int, Int)? {
    guard let here = MRZ.value(of: one), let there = MRZ.value(of: other) else { return nil }
    return (here, there)
  }
}
