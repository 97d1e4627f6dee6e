import Cases
import Foundation

/// Which kind of document a page is, from the phrases printed on it.
///
/// Phrases found, and a machine readable zone, add their log-odds to the kind's prior. The result is a probability by
/// construction, not by calibration.
struct KindRecognizer {
  let kinds: [DocumentKind]

  struct Guess {
    let kind: DocumentKind
    let probability: Double
  }

  /// The most probable kind and those of its companions that are on the page as well; none where nothing is likely.
  /// What is also printed for certain counts as well.
  func kinds(of rows: [Row], named name: String?, alsoPrinted: Set<String> = []) -> [Guess] {
    let texts =
      rows.map { $0.characters.filter { !$0.isWhitespace } }
      + alsoPrinted.map(\.halfWidthCharacters)
    let hasZone = MRZFinder.zone(in: rows) != nil
    let guesses = kinds.map { kind in
      let zone = hasZone ? kind.zone?.weight ?? 0 : 0
      return Guess(kind: kind, probability: probability(of: kind, in: texts, zone: zone))
    }
    .sorted { $0.probability > $1.probability }
    if let name { return Array(guesses.filter { $0.kind.id == name }.prefix(1)) }
    guard let best = guesses.first, best.probability > 0.5 else { return [] }
    return [best]
      + guesses.dropFirst().filter {
        best.kind.companions.contains($0.kind.id) && $0.probability > 0.5
      }
  }

  private func probability(of kind: DocumentKind, in texts: [[Character]], zone: Double)
    -> Double
  {
    let weight = kind.phrases.reduce(kind.prior + zone) { sum, phrase in
      let wanted = phrase.text.halfWidthCharacters
      // 登记机关 is no 登记表: what speaks against a kind, or is short, must be there to the letter.
      let mayDiffer = phrase.weight > 0 && wanted.count >= 4
      let found = texts.contains { text in
        PhraseMatch.best(of: wanted, in: text).map { $0.cost == 0 || mayDiffer } ?? false
      }
      return found ? sum + phrase.weight : sum
    }
    return 1 / (1 + exp(-weight))
  }
}
