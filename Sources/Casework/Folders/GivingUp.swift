import Cases
import FolderWatching
import Store

extension CaseOffice {
  /// Has papers of a case given back where their folder's papers fail, if readers died of one of those that were taken with
  /// them. The case itself waits for a person. Part of the transaction that stores the last reading.
  func giveUpWhatReadersDiedOf(in caseID: String, _ session: any SQLSession) throws {
    let dead = try store.quarantinedReadings(of: caseID, session)
    guard !dead.isEmpty else { return }
    try store.giveUp(papersOf: caseID, session) { row, attempt in
      let claim: PaperClaim = try FolderOffice.value(of: row.claim)
      let file = claim.files.firstIndex { file in dead.contains { $0.sha256 == file.sha256 } }
      guard let file,
        let problem = dead.first(where: { $0.sha256 == claim.files[file].sha256 })?.error
      else { return nil }
      return try FolderOffice.json(
        PaperRefusal(claim: claim.id, problem: problem, attempt: attempt, file: file))
    }
  }
}
