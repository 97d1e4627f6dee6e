/// Moments at which a crash would be most awkward. Tests have the process killed at each of them.
package enum WorkStep: String, Sendable, CaseIterable {
  /// Papers are in the object store, and nobody knows of them.
  case kept
  /// Papers are in the database; whoever handed them in has not been told.
  case submitted
  case claimed
  /// A paper has been read, and nothing is stored of it.
  case read
  /// The parts of a stack are known, and nothing is stored of them.
  case divided
  /// A side of a card is known, and it was not looked for the other one.
  case sided
  /// The result has its number.
  case numbered
  /// The result is sealed, and nobody knows of it.
  case sealed
  /// Everything is done but the transaction that says so.
  case worked
  case committed
  /// Files of the result are in their folder, and the job is not ended.
  case delivered
}

/// Is told of every step.
package struct StepWatch: Sendable {
  package static let none = StepWatch { _ in }

  private let tell: @Sendable (WorkStep) -> Void

  package init(_ tell: @escaping @Sendable (WorkStep) -> Void) { self.tell = tell }

  package func reached(_ step: WorkStep) { tell(step) }
}
