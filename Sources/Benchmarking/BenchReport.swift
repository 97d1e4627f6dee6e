/// The outcome of a run: a line of `kanhe bench --format json`.
package struct BenchReport: Sendable, Codable {
  package let cells: [CellReport]
  /// All cells together.
  package let tally: Tally
  /// By type of field, and `all`.
  package let reliability: [String: Reliability]?
  /// Every field that is not exact.
  package let errors: [FieldOutcome]?

  /// - Parameters:
  ///   - type: the type of a field, by kind and name.
  ///   - withErrors: whether fields that are not exact are listed, with what was read.
  package init(
    cells: [CellReport], outcomes: [FieldOutcome], calibratedBy type: ((FieldOutcome) -> String)?,
    withErrors: Bool
  ) {
    self.cells = cells
    tally = Tally(outcomes)
    reliability = type.map { type in
      Dictionary(grouping: outcomes, by: type).mapValues { Reliability($0) }
        .merging(["all": Reliability(outcomes)]) { $1 }
    }
    errors = withErrors ? outcomes.filter { !$0.isExact } : nil
  }

  package var strays: Int { cells.reduce(0) { $0 + $1.strays } }

  /// Whether anything was accepted that is wrong.
  package var hasSilentErrors: Bool { tally.silentErrors + strays > 0 }
}
