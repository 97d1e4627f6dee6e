/// Which folders want what came of their cases.
extension CaseStore {
  func deliver(_ folder: String?, _ caseID: String, _ session: any SQLSession) throws {
    guard let folder else { return }
    try session.execute(
      "INSERT INTO delivery (caseID, folder) VALUES (?, ?) ON CONFLICT (caseID) DO NOTHING",
      [caseID, folder])
  }

  /// Path of the folder; nil where none wants it.
  package func delivery(of caseID: String) throws -> String? {
    try database.read { try $0.value("SELECT folder FROM delivery WHERE caseID = ?", [caseID]) }
  }

  package func hasDelivery(_ caseID: String, _ session: any SQLSession) throws -> Bool {
    try session.row("SELECT caseID FROM delivery WHERE caseID = ?", [caseID]) != nil
  }

  package func markDelivered(_ caseID: String, _ session: any SQLSession) throws {
    try session.execute(
      "UPDATE delivery SET deliveredAt = ? WHERE caseID = ?", [try session.now, caseID])
  }
}
