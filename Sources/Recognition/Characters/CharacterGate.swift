/// When what the character reader sees speaks for or against a character that another reader printed. Chosen on drawn
/// lines in typefaces that it was not trained with.
enum CharacterGate {
  /// Sees the printed character with at least this probability.
  static let confirming = 0.8
  /// Sees another with at least this probability while the printed one has at most the next.
  static let contradicting = 0.9
  static let ruledOut = 0.02

  static func verdict(of scores: CharacterScores, printed: Int?) -> CharacterSight.Verdict {
    guard let printed, let best = scores.best.first else { return .undecided }
    if best.number == printed {
      return Double(best.probability) >= confirming ? .confirmed : .undecided
    }
    let isOther = Double(best.probability) >= contradicting && Double(scores.asked) <= ruledOut
    return isOther ? .contradicted : .undecided
  }
}
