import Cases
import Casework
import Foundation
import Logging
import Settings
import Store

extension Settings {
  var policy: WorkPolicy {
    var policy = WorkPolicy()
    policy.lease = Int64(leaseSeconds) * 1_000
    policy.attempts = attempts
    policy.papersPerMinute = papersPerMinute == 0 ? nil : papersPerMinute
    return policy
  }
}

/// Takes cases through the queue, for commands that wait for the end.
extension Hall {
  /// A new case of `matter` with these files, as far as rules can take it.
  func process(_ files: [String], matter: String?, id: String? = nil) async throws -> CaseRecord {
    let limits = path.limits
    let papers = try files.map { try Reception.Paper(at: $0, limits: limits) }
    let receipt = try Reception(office, watch: CrashTests.watch).receive(papers) {
      NewSubmission($0, matter: matter, caseID: id, source: "command", lane: .walkIn)
    }
    return try await settle(receipt.caseID)
  }

  /// What a person changed of a case is stored, and the case goes on.
  func goOn(with record: CaseRecord) async throws -> CaseRecord {
    try store.takeUp(record)
    return try await settle(record.id)
  }

  /// Whatever there is to do on a case.
  func settle(_ id: String) async throws -> CaseRecord {
    let log = Logger(label: "kanhe", factory: { _ in SwiftLogNoOpLogHandler() })
    return try await office.settle(id, watch: CrashTests.watch, logger: log)
  }
}
