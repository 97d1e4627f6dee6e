package import Cases

/// One field that has a truth, as it was read.
package struct FieldOutcome: Sendable, Equatable, Codable {
  package var file: String
  package var kind: String
  package var world: String
  package var field: String
  /// As printed.
  package var truth: String
  package var raw: String?
  package var value: String?
  package var state: FieldState
  package var probability: Double
  /// What the probability was computed from; nil where nothing was read from a picture.
  package var evidence: [String: Double]?
  package var checks: [CheckResult] = []
  package var isExact: Bool
  /// Wrong, missing and superfluous characters.
  package var edits: Int
  /// Characters of the truth.
  package var characters: Int
  /// Whether the truth has a Han character that the model of the page does not know.
  package var isRare: Bool

  /// Wrong, and said to be right: the worst there is.
  package var isSilentError: Bool { state == .accepted && !isExact }

  enum CodingKeys: String, CodingKey {
    case file, kind, world, field, truth, raw, value, state, probability, evidence, checks
    case isExact = "exact"
    case edits, characters
    case isRare = "rare"
  }
}
