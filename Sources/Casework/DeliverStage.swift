import Cases
import Foundation
import Store

/// Puts the record, and the result where there is one, into the folder that the case's source wants it in. Doing it twice
/// writes the same files again.
struct DeliverStage: CaseStage {
  let office: CaseOffice
  let watch: StepWatch

  func work(on job: Job) async throws -> StageOutcome {
    let record = try office.store.load(job.caseID)
    guard let folder = try office.store.delivery(of: job.caseID) else {
      return StageOutcome { _ in [] }
    }
    try ResultFolder(folder).write(record, as: record.id, from: office)
    watch.reached(.delivered)
    return StageOutcome { [store = office.store] session in
      try store.markDelivered(record.id, session)
      return []
    }
  }
}
