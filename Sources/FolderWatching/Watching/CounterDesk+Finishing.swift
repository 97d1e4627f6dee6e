import Cases
import Logging

extension CounterDesk {
  /// Brings a claim to its end, from wherever it is.
  /// - Returns: false where it could not be ended now, and papers after it should wait.
  func finish(_ claim: PaperClaim, _ index: Int, _ open: OpenFolder) async throws -> Bool {
    do {
      let folder = ClaimFolder(open: open, witness: witness)
      if let problem = try folder.gather(claim) {
        try await giveBack(claim, problem, folder)
      } else {
        try await handOver(claim, index, folder)
      }
      states[index].unfinished[claim.id] = nil
      return true
    } catch {
      return postpone(claim.id, paths: Set(claim.files.map(\.path)), index, error)
    }
  }

  private func handOver(_ claim: PaperClaim, _ index: Int, _ folder: ClaimFolder) async throws {
    switch try inspect(claim, folder) {
    case .usable(let submission):
      let receipt = try await office.accept(submission)
      try witness(.accepted)
      try clear(claim, receipt, index, folder)
      logger.info(
        "taken",
        metadata: [
          "trace": "\(claim.id)", "case": "\(receipt.caseID)", "counter": "\(claim.counter)",
          "files": "\(claim.files.count)", "duplicate": "\(receipt.duplicateOf != nil)",
        ])
    case .unusable(let problem, let file):
      try await refuse(claim, problem, file: file, index, folder)
    case .changed:
      try await giveBack(claim, .changedAfterClaim, folder)
    }
  }

  /// The claim is void; its files lie in the watched folder, and are claimed anew when they are quiet.
  private func giveBack(_ claim: PaperClaim, _ problem: Problem, _ folder: ClaimFolder) async throws
  {
    try folder.putBack(claim)
    try await office.release(claim, because: problem)
    logger.warning(
      "put back", metadata: ["trace": "\(claim.id)", "code": "\(problem.code)"])
  }

  private func refuse(
    _ claim: PaperClaim, _ problem: Problem, file: Int?, _ index: Int, _ folder: ClaimFolder
  ) async throws {
    let failures = try FailureFolder(of: states[index].folder, in: folder.open)
    let refusal = PaperRefusal(
      claim: claim.id, problem: problem, attempt: failures.attempts(of: claim, in: folder.open) + 1,
      file: file)
    try await office.refuse(claim, refusal)
    try witness(.refused)
    try setAside(claim, refusal, index, folder)
    logger.warning(
      "refused",
      metadata: [
        "trace": "\(claim.id)", "code": "\(problem.code)", "counter": "\(claim.counter)",
        "attempt": "\(refusal.attempt)",
      ])
  }

  /// Moves the files of a refused claim to the failure folder.
  func setAside(
    _ claim: PaperClaim, _ refusal: PaperRefusal, _ index: Int, _ folder: ClaimFolder
  ) throws {
    let failures = try FailureFolder(of: states[index].folder, in: folder.open)
    try failures.add(claim, refusal, from: folder.open, witness: witness)
    _ = try folder.clear(claim)
  }

  /// Removes the files of an accepted claim. A receipt that cannot be written does not keep them.
  func clear(
    _ claim: PaperClaim, _ receipt: PaperReceipt, _ index: Int, _ folder: ClaimFolder
  ) throws {
    do {
      try ReceiptNote(claim, receipt).write(for: claim, in: folder.open.receipts)
      try witness(.receipted)
      try FailureFolder(existing: states[index].folder, in: folder.open)?.forget(claim)
    } catch let fault as SystemFault {
      logger.warning(
        "receipt not written, or old note not removed",
        metadata: ["trace": "\(claim.id)", "error": "\(fault.text)"])
    }
    if try !folder.clear(claim) {
      // What came later is not lost: it is taken as another paper, which a person will find beside the first.
      logger.error(
        "a file was written to after it had been taken; it is taken again as it is now",
        metadata: ["trace": "\(claim.id)"])
    }
    try witness(.cleared)
  }

  /// The first failures hold the counter, to keep its order; after that the others go on.
  /// - Returns: whether papers after this one may be taken.
  func postpone(
    _ id: PaperClaim.ID, paths: Set<PaperPath>, _ index: Int, _ error: any Error
  ) -> Bool {
    let failures = (states[index].unfinished[id]?.failures ?? 0) + 1
    let pause = states[index].folder.timing.pause(after: failures)
    let unfinished = FolderState.Unfinished(paths: paths, failures: failures, next: .now + pause)
    states[index].unfinished[id] = unfinished
    states[index].needsRecovery = true
    let reason =
      (error as? SystemFault)?.text ?? (error as? Problem)?.code ?? "\(type(of: error))"
    logger.error(
      "a paper could not be handed over; it is kept and tried again",
      metadata: ["trace": "\(id)", "attempt": "\(failures)", "error": "\(reason)"])
    comeAgain(in: pause)
    return !unfinished.mayHold
  }
}
