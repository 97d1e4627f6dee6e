import Cases
import Foundation
package import Logging
import ServiceLifecycle
import Store

/// What must be done now and then, by one process of a hall: what is kept for a time only is erased when it is over.
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

  /// What fails is tried again in an hour.
  func tidyUp(at now: Date) {
    let day: TimeInterval = 86_400
    do {
      let erased = try office.store.eraseHandOvers(
        olderThan: now.addingTimeInterval(-day * TimeInterval(handOverDays)), at: now)
      if !erased.isEmpty {
        logger.info("hand-overs erased", metadata: ["count": "\(erased.count)"])
      }
      try office.store.forgetSubmissionKeys(olderThan: Int64(7 * day * 1_000))
      _ = try office.objects.removeStrays(at: now)
    } catch {
      logger.error("housekeeping failed", metadata: ["error": "\(errorCode(error))"])
    }
  }
}
