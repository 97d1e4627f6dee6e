import Cases
import Casework

extension Hall {
  /// Writes what came of a case, says it, and ends the command as the case ended.
  ///
  /// - Throws: `unwritable_output`; the case's status where it is not `done`.
  func report(_ record: CaseRecord, to out: ResultFolder?) throws {
    try out?.write(record, as: record.id, from: office)
    Output.line(CaseText.text(of: record))
    if record.ending != .done { throw record.ending }
  }
}

extension CaseRecord {
  /// How work on a case ends: with a result, in the hands of a person, or with files that could not be used.
  var ending: ExitStatus {
    switch state {
    case .issued, .rejected, .filed, .moved: .done
    case .refused: .ofBatch(materials.map(\.ending))
    case .open, .review, .deferred: .needsPerson
    }
  }
}
