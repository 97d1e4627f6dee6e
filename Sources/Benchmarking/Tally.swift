import Cases

/// Fields counted.
package struct Tally: Sendable, Equatable, Codable {
  package private(set) var fields = 0
  package private(set) var exact = 0
  package private(set) var accepted = 0
  /// Wrong among accepted.
  package private(set) var silentErrors = 0
  package private(set) var missing = 0
  /// Fields with a Han character that the page's model does not know, and how many of them are exact, and accepted
  /// and wrong.
  package private(set) var rare = 0
  package private(set) var rareExact = 0
  package private(set) var rareSilentErrors = 0
  package private(set) var edits = 0
  package private(set) var characters = 0

  package init() {}

  package init(_ outcomes: some Sequence<FieldOutcome>) {
    for outcome in outcomes { add(outcome) }
  }

  package mutating func add(_ outcome: FieldOutcome) {
    fields += 1
    exact += outcome.isExact ? 1 : 0
    accepted += outcome.state == .accepted ? 1 : 0
    silentErrors += outcome.isSilentError ? 1 : 0
    missing += outcome.state == .missing ? 1 : 0
    rare += outcome.isRare ? 1 : 0
    rareExact += outcome.isRare && outcome.isExact ? 1 : 0
    rareSilentErrors += outcome.isRare && outcome.isSilentError ? 1 : 0
    edits += outcome.edits
    characters += outcome.characters
  }

  package var exactShare: Double? { share(exact, of: fields) }
  package var acceptedShare: Double? { share(accepted, of: fields) }
  /// Edits a character of the truth: the character error rate.
  package var characterErrorRate: Double? { share(edits, of: characters) }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  enum CodingKeys: String, CodingKey {
    case fields, exact, accepted
    case silentErrors = "silent_errors"
    case missing, rare
    case rareExact = "rare_exact"
    case rareSilentErrors = "rare_silent_errors"
    case edits, characters
  }
}
