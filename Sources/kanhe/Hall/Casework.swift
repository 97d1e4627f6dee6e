import Cases
import Foundation
import MainPath
import Store

/// Takes cases through the main path and keeps what comes out. Each step is on the disk before the next begins.
extension Hall {
  /// A new case of `matter` with these files, as far as rules can take it.
  func process(_ files: [String], matter: String?, id: String? = nil) async throws -> CaseRecord {
    let start = ContinuousClock.now
    if let matter { _ = try path.models.matters.matter(matter) }
    var record = try store.open(matter: matter, id: id, at: Date())
    record.materials = await path.read(files) { [objects] in _ = try objects.put($0.bytes) }
      .map(\.namedByFile)
    record.events.append(CaseEvent(at: Date().formatted(.iso8601), by: "kanhe", what: "read"))
    record.state = record.stateAfterReading
    record.milliseconds = (ContinuousClock.now - start).wholeMilliseconds
    try store.save(record)
    guard matter != nil, record.state == .open else { return record }
    record = try await goOn(with: record)
    return record
  }

  /// Cross-checks, decides and, where the case is approved, issues.
  func goOn(with record: CaseRecord) async throws -> CaseRecord {
    let start = ContinuousClock.now
    var record = try path.conclude(record, at: Date())
    record.milliseconds += (ContinuousClock.now - start).wholeMilliseconds
    try store.save(record)
    return record.decision?.outcome == .approved ? try await issue(record) : record
  }

  private func issue(_ record: CaseRecord) async throws -> CaseRecord {
    let start = ContinuousClock.now
    let rule = try path.models.matters.matter(record.matter ?? "").result
    let now = Date()
    let number = try store.reserveNumber(
      rule.number, year: CalendarDay(hallDayOf: now).year, for: record.id)
    var (issued, result) = try await path.issue(
      record, number: number, status: try store.reserveStatusPlace(for: record.id), at: now)
    issued.milliseconds += (ContinuousClock.now - start).wholeMilliseconds
    guard let handOver = HandOver(secret: result.secret.bytes, pdf: result.pdf) else {
      throw Problem.internalFault("secret")
    }
    try store.issue(
      issued, publicly: result.published, hiddenPDF: result.hiddenPDF,
      hiddenPicture: result.hiddenPicture, handOver: handOver)
    return issued
  }
}

extension FileReading {
  /// A case knows its files by name: the folder they came from says where somebody's home is.
  fileprivate var namedByFile: FileReading {
    var reading = self
    reading.file = URL(fileURLWithPath: file).lastPathComponent
    return reading
  }
}

extension CaseRecord {
  /// Filed without a matter; refused where not one file could be used.
  fileprivate var stateAfterReading: State {
    if documents.isEmpty { return .refused }
    return matter == nil ? .filed : .open
  }
}
