package import Cases

/// What is done with the pages of a submission once they have been read.
///
/// The watcher cannot do it: it looks at no page. It keeps with the claim what the folder's profile said at the time,
/// and the stages after reading ask `PageOrder`, `StackSplitting` and `SidePairing`.
package struct PaperHandling: Sendable, Equatable, Codable {
  package var sides: ScannedSides
  package var separators: Separators
  /// Pages that a case of this folder has; any other number goes to a person.
  package var expectedPages: Int?
  /// Seconds within which front and back of a card belong together; nil: they are not paired.
  package var pairingSeconds: Int?

  package init(
    sides: ScannedSides = .asTheyCome, separators: Separators = .none,
    expectedPages: Int? = nil, pairingSeconds: Int? = nil
  ) {
    self.sides = sides
    self.separators = separators
    self.expectedPages = expectedPages
    self.pairingSeconds = pairingSeconds
  }
}

/// How a stack with print on both sides was scanned.
package enum ScannedSides: String, Sendable, Codable, CaseIterable {
  /// The pages are in order: the scanner scans one side, or both at once.
  case asTheyCome = "as-they-come"
  /// One file: all fronts, then all backs, the stack turned over as a whole, so that the backs come last sheet first.
  case backsInOneFile = "backs-in-one-file"
  /// Two files after each other at the same counter: all fronts, then all backs, last sheet first.
  case backsInSecondFile = "backs-in-second-file"
}
