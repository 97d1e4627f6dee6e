import Cases
import FolderWatching
import Store

extension CaseOffice {
  /// The claim by which the papers of a case came, until they are in its record; nil where they came from no folder. What is
  /// handed in after that is none of the folder's, and nothing that its profile says holds for it.
  func claim(of record: CaseRecord) throws -> PaperClaim? {
    guard record.materials.isEmpty else { return nil }
    return try store.claims(of: record.id).first.map { try FolderOffice.value(of: $0.claim) }
  }

  /// What the number of pages that were read says against the profile of the folder that they came from: with anything of
  /// it, a person looks. Whoever divides a stack has said it already.
  ///
  /// - Parameter record: without these readings.
  func pageNotices(of record: CaseRecord, _ readings: [FileReading]) throws -> [Problem] {
    guard let claim = try claim(of: record), claim.stackSeparators == nil else { return [] }
    let order = PageOrder.pages(of: claim.handling.sides, counts: readings.map(\.pages))
    let marks = order.places.map { _ in PageMarks() }
    let parts = StackSplitting.split(marks: marks, by: claim.handling).parts
    return [order.problem].compactMap(\.self) + parts.compactMap(\.problem)
  }
}

extension PaperClaim {
  /// What divides the stack that this is; nil where it is none.
  var stackSeparators: Separators? { handling.separators == .none ? nil : handling.separators }

  /// Whether it may be one side of a card whose other side comes as a file of its own.
  var mayBeSide: Bool { handling.pairingSeconds != nil && group == nil && files.count == 1 }

  /// What is done once all its papers were read.
  var stageAfterReading: JobStage {
    if stackSeparators != nil { return .divide }
    return mayBeSide ? .pair : .conclude
  }
}
