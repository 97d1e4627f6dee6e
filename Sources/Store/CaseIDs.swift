import Cases
import GRDB

extension CaseStore {
  /// The hall's day and a number that no other case of that day has.
  func nextID(on day: CalendarDay, _ db: Database) throws -> String {
    var id: String
    repeat {
      let number = try Int.fetchOne(
        db,
        sql: """
          INSERT INTO caseCounter (day, last) VALUES (?, 1)
          ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last
          """, arguments: [day.description])
      id = "\(day.description.filter { $0 != "-" })-\(fourDigits(number ?? 1))"
    } while try isTaken(id, db)
    return id
  }

  /// The id that was asked for. It becomes the name of a folder, so it is letters and digits without a way out of one.
  func freeID(_ id: String, _ db: Database) throws -> String {
    guard id.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,99}/) != nil else {
      throw Problem.badCaseID(id)
    }
    if try isTaken(id, db) { throw Problem.caseExists(id) }
    return id
  }

  private func isTaken(_ id: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM caseRecord WHERE id = ?)", arguments: [id]) ?? false
  }
}

/// At least four digits, `0007`.
func fourDigits(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
