import Cases
import Logging

extension CounterDesk {
  /// Puts papers that were accepted and given up where the folder's papers fail. What cannot be put there now stays with
  /// the office and is tried again.
  func giveBack(_ index: Int, _ open: OpenFolder) async {
    do {
      for paper in try await office.givenUp(of: states[index].folder.key) where !bell.isStopped {
        // One that cannot be put back keeps no other one from it.
        do { try await giveBack(paper, index, open) } catch { notGivenBack(index, error) }
      }
    } catch {
      notGivenBack(index, error)
    }
  }

  private func giveBack(_ paper: GivenUpPaper, _ index: Int, _ open: OpenFolder) async throws {
    try FailureFolder(of: states[index].folder, in: open).giveBack(
      paper.claim, paper.refusal, stage: "reading", files: paper.files())
    try witness(.givenBack)
    try await office.givenBack(paper.claim.id)
    logger.warning(
      "given back",
      metadata: [
        "trace": "\(paper.claim.id)", "code": "\(paper.refusal.problem.code)",
        "counter": "\(paper.claim.counter)", "attempt": "\(paper.refusal.attempt)",
      ])
  }

  private func notGivenBack(_ index: Int, _ error: any Error) {
    let reason =
      (error as? SystemFault)?.text ?? (error as? Problem)?.code ?? "\(type(of: error))"
    logger.error("a paper could not be given back", metadata: ["error": "\(reason)"])
    comeAgain(in: states[index].folder.timing.poll)
  }
}
