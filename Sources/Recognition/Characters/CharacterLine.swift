package import Cases

/// A line as the character reader cut and read it.
package struct CharacterLine: Sendable, Equatable {
  /// Characters with their boxes on the page; `confidence` is a probability among all classes and rejection, and
  /// `alternatives` are the other candidates.
  package var line: TextLine
  /// For every character the probability of the best candidate less that of the next.
  package var margins: [Double]
  /// How much better the line is cut than with any other number of characters, 0 to 9 (a difference of
  /// width-weighted logarithms of probabilities).
  package var cutting: Double
  package var quality: PrintQuality

  package init(line: TextLine, margins: [Double], cutting: Double, quality: PrintQuality) {
    self.line = line
    self.margins = margins
    self.cutting = cutting
    self.quality = quality
  }

  package var text: String { line.text }
}

/// What the character reader sees where another reader printed a character.
package struct CharacterSight: Sendable, Equatable {
  package enum Verdict: String, Sendable, Codable {
    /// It sees the same.
    case confirmed
    /// It surely sees something else.
    case contradicted
    /// It cannot tell, or does not know the printed character.
    case undecided
  }

  /// Best first; probabilities among all classes and rejection.
  package var candidates: [Alternative]
  /// Probability of the character that was printed; 0 where it is no class.
  package var printed: Double
  /// Probability that there is no whole character.
  package var rejection: Double
  package var verdict: Verdict

  package init(
    candidates: [Alternative], printed: Double, rejection: Double, verdict: Verdict
  ) {
    self.candidates = candidates
    self.printed = printed
    self.rejection = rejection
    self.verdict = verdict
  }

  /// Nothing was looked at.
  static let unseen = CharacterSight(
    candidates: [], printed: 0, rejection: 0, verdict: .undecided)
}
