/// Finds a printed phrase in what was read, where one character may have been read wrongly or not at all.
struct PhraseMatch {
  /// Of the characters looked through.
  let range: Range<Int>
  let cost: Int

  /// The best place of a phrase in `text` at or after `start`; short phrases must be exact.
  static func best(of phrase: [Character], in text: [Character], from start: Int = 0)
    -> PhraseMatch?
  {
    var best: PhraseMatch?
    for first in text.indices.dropFirst(start) {
      guard let match = PhraseMatch.at(first, phrase, in: text) else { continue }
      if match.cost < best?.cost ?? Int.max { best = match }
      if match.cost == 0 { break }
    }
    return best
  }

  /// Whether the phrase stands at that very place.
  static func at(_ first: Int, _ phrase: [Character], in text: [Character]) -> PhraseMatch? {
    guard !phrase.isEmpty, first < text.count else { return nil }
    let end = first + phrase.count
    if end <= text.count {
      let wrong = zip(phrase, text[first..<end]).count { $0 != $1 }
      if wrong == 0 || (wrong == 1 && phrase.count >= 3) {
        return PhraseMatch(range: first..<end, cost: wrong)
      }
    }
    guard phrase.count >= 4, end - 1 <= text.count else { return nil }
    let shorter = Array(text[first..<end - 1])
    for lost in phrase.indices {
      var rest = phrase
      rest.remove(at: lost)
      if rest == shorter { return PhraseMatch(range: first..<end - 1, cost: 1) }
    }
    return nil
  }
}
