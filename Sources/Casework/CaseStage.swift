import Cases
import Store

/// One step of the work on a case. It may be begun again at any time: what it does outside of the database is either
/// thrown away or done twice with the same end.
protocol CaseStage: Sendable {
  /// Does the work and says what is to be stored of it, in the transaction that also ends the job.
  func work(on job: Job) async throws -> StageOutcome
}

/// What is stored, and what is to be done next.
struct StageOutcome: Sendable {
  let store: @Sendable (any SQLSession) throws -> [NewJob]
}

extension CaseOffice {
  func stage(_ stage: JobStage, _ watch: StepWatch) -> any CaseStage {
    switch stage {
    case .read: ReadStage(office: self, watch: watch)
    case .divide: DivideStage(office: self, watch: watch)
    case .pair: PairStage(office: self, watch: watch)
    case .conclude: ConcludeStage(office: self)
    case .issue: IssueStage(office: self, watch: watch)
    case .deliver: DeliverStage(office: self, watch: watch)
    }
  }
}
