import Cases
import Foundation
package import Logging
import ServiceLifecycle
import Store

/// What must be done now and then, by one process of a hall: what is kept for a time only is erased when it is over, and who was
/// given time and let it pass goes to a person.
package struct Housekeeping: Service {
  private let office: CaseOffice
  private let handOverDays: Int
  private let logger: Logger

  /// - Parameter handOverDays: after so many days a result that nobody fetched is erased here; its public copy stays.
  package init(_ office: CaseOffice, handOverDays: Int, logger: Logger) {
    self.office = office
    self.handOverDays = handOverDays
    self.logger = logger
  }

  package func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while true {
        tidyUp(at: Date())
        try await Task.sleep(for: .seconds(3_600))
      }
    }
  }

  /// What fails is tried again in an hour, and keeps nothing else from being done.
  func tidyUp(at now: Date) {
    let day: TimeInterval = 86_400
    note("hand-overs erased") {
      try office.store.eraseHandOvers(
        olderThan: now.addingTimeInterval(-day * TimeInterval(handOverDays)), at: now
      ).count
    }
    note("deferrals overdue") { try office.store.endDeferrals(at: now) }
    note("submission keys forgotten") {
      try office.store.forgetSubmissionKeys(olderThan: Int64(7 * day * 1_000))
    }
    note("papers that no case names forgotten") { try office.objects.forgetUnnamed() }
    note("old papers sealed") { try office.objects.sealOldObjects() }
    note("strays removed") { try office.objects.removeStrays(at: now) }
  }

  private func note(_ what: Logger.Message, _ work: () throws -> Int) {
    do {
      let count = try work()
      if count > 0 { logger.info(what, metadata: ["count": "\(count)"]) }
    } catch {
      logger.error("housekeeping failed", metadata: ["error": "\(errorCode(error))"])
    }
  }
}
