import Cases
import FolderWatching
import Store

extension CaseOffice {
  /// Has the papers of a case given back where its folder's papers fail, if readers died of one of them. The case itself
  /// waits for a person. Part of the transaction that stores the last reading.
  func giveUpWhatReadersDiedOf(in caseID: String, _ session: any SQLSession) throws {
    guard let paper = try store.quarantinedReading(of: caseID, session),
      let problem = paper.error
    else { return }
    try store.giveUp(papersOf: caseID, session) { row, attempt in
      let claim: PaperClaim = try FolderOffice.value(of: row.claim)
      return try FolderOffice.json(
        PaperRefusal(
          claim: claim.id, problem: problem, attempt: attempt,
          file: claim.files.firstIndex { $0.sha256 == paper.sha256 }))
    }
  }
}
