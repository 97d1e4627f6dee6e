import Cases
import FolderWatching
import Foundation
import Intake
import MainPath
import Store

/// Has a paper read, in a reader process.
struct ReadStage: CaseStage {
  let office: CaseOffice
  let watch: StepWatch

  func work(on job: Job) async throws -> StageOutcome {
    guard let document = try office.store.document(job.subject) else {
      throw Problem.internalFault("a job without its paper")
    }
    let claim = try office.claim(of: office.store.load(document.caseID))
    let reading = try await reading(of: document, claim?.stackSeparators)
    watch.reached(.read)
    let isLast = job.deaths + 1 >= office.policy.attempts
    if let problem = reading.error, problem.isTroubleAround || (problem.isReadersEnd && !isLast) {
      throw problem
    }
    return outcome(of: reading, document, job, claim)
  }

  private func reading(of document: StoredDocument, _ separators: Separators?) async throws
    -> FileReading
  {
    let bytes = try office.objects.get(document.sha256)
    do throws(Problem) {
      let file = try Intake.accept(
        name: document.name, bytes: bytes, limits: office.path.limits)
      return await office.path.readers.read(
        file, mostPages: office.path.limits.pages, separators: separators,
        trust: office.path.office.trust)
    } catch {
      return FileReading(file: document.name, sha256: document.sha256, error: error)
    }
  }

  /// Whoever reads the last paper of a case has it go on.
  func outcome(
    of reading: FileReading, _ document: StoredDocument, _ job: Job, _ claim: PaperClaim?
  ) -> StageOutcome {
    let state: StoredDocument.State =
      switch reading.error {
      case nil: .read
      case .some(let problem) where problem.isReadersEnd: .quarantined
      case .some: .unusable
      }
    return StageOutcome { [office] session in
      guard try office.store.keep(reading, of: document, as: state, session) else { return [] }
      try office.giveUpWhatReadersDiedOf(in: document.caseID, session)
      return [NewJob(claim?.stageAfterReading ?? .conclude, after: job)]
    }
  }
}

extension Problem {
  /// The reader died of the paper, had not read it in time, or took too much: it may be the paper's fault, or not.
  var isReadersEnd: Bool { Self.isReadersEnd(code) }

  static func isReadersEnd(_ code: String) -> Bool {
    ["reader_died", "reader_timed_out", "reader_used_up"].contains(code)
  }

  /// Disk, database, key or time stamps are away, a setting is wrong, or somebody else changed the case: it may be gone when
  /// the same is done again.
  var isTroubleAround: Bool {
    exit == .configuration || exit == .missingDependency || exit == .access
      || [
        "database_fault", "commit_unknown", "timestamp_unavailable", "case_changed",
        "damaged_object",
      ].contains(code)
  }
}
