import Cases
package import Foundation
import GRDB

/// One imported reference.
package struct ReferenceSummary: Sendable, Equatable, Codable {
  package var name: String
  package var columns: [String]
  package var rows: Int
  /// RFC 3339, UTC.
  package var importedAt: String

  enum CodingKeys: String, CodingKey {
    case name, columns, rows
    case importedAt = "imported_at"
  }
}

extension CaseStore {
  /// Replaces a reference by the rows of a CSV file (RFC 4180, comma, header; UTF-8 or GB 18030) at once: whoever looks
  /// meanwhile sees the old rows or the new ones. The name has lower-case letters, digits and underscores; rules refer to
  /// it as `reference:NAME.column`. The number of rows is given back.
  ///
  /// - Throws: `Problem.badReference`; what was there before is then unchanged.
  @discardableResult
  package func importReference(_ name: String, csv bytes: [UInt8], at now: Date) throws -> Int {
    guard name.wholeMatch(of: /[a-z][a-z0-9_]{0,63}/) != nil else {
      throw Problem.badReference(
        name, zh: "名称只能用小写字母、数字和下划线",
        en: "its name may hold lower-case letters, digits and underscores only")
    }
    guard let text = decodedText(bytes) else {
      throw Problem.badReference(
        name, zh: "文件不是 UTF-8 或 GB 18030 文本", en: "the file is no text in UTF-8 or GB 18030")
    }
    let file = try ReferenceCSV(name: name, text: text)
    try write { try replace(name, by: file, at: now, $0) }
    return file.rows.count
  }

  /// What was imported, by name.
  package func references() throws -> [ReferenceSummary] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM reference ORDER BY name").map { row in
        let columns: String = row["columns"]
        return ReferenceSummary(
          name: row["name"], columns: columns.split(separator: ",").map(String.init),
          rows: row["rows"], importedAt: row["importedAt"])
      }
    }
  }

  private func replace(_ name: String, by file: ReferenceCSV, at now: Date, _ db: Database) throws {
    for table in ["referenceCell", "referenceRow"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE reference = ?", arguments: [name])
    }
    try db.execute(
      sql: """
        INSERT INTO reference (name, columns, rows, importedAt) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (name) DO UPDATE SET columns = ?2, rows = ?3, importedAt = ?4
        """,
      arguments: [
        name, file.columns.joined(separator: ","), file.rows.count, now.formatted(.iso8601),
      ])
    let row = try db.makeStatement(
      sql: "INSERT INTO referenceRow (reference, cells) VALUES (?, ?)")
    let cell = try db.makeStatement(
      sql: "INSERT INTO referenceCell (reference, column, value, row) VALUES (?, ?, ?, ?)")
    for cells in file.rows {
      let named = Dictionary(zip(file.columns, cells)) { first, _ in first }
      try row.execute(arguments: [
        name, String(decoding: JSONEncoder().encode(named), as: UTF8.self),
      ])
      let id = db.lastInsertedRowID
      for (column, value) in named {
        try cell.execute(arguments: [name, column, value.lookupKey, id])
      }
    }
  }
}

extension CaseStore: ReferenceSource {
  package func has(_ reference: String) throws -> Bool {
    try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM reference WHERE name = ?)", arguments: [reference])
    } ?? false
  }

  /// The rows that hold all these values, width of characters, case and spaces aside, in the order of the file.
  package func rows(in reference: String, where columns: [String: String]) throws
    -> [[String: String]]
  {
    guard !columns.isEmpty else { return [] }
    var arguments: StatementArguments = [reference]
    var conditions = ""
    for (column, value) in columns {
      conditions += """
         AND id IN (SELECT row FROM referenceCell WHERE reference = ? AND column = ? AND value = ?)
        """
      arguments += [reference, column, value.lookupKey]
    }
    let cells = try read { db in
      try String.fetchAll(
        db, sql: "SELECT cells FROM referenceRow WHERE reference = ?\(conditions) ORDER BY id",
        arguments: arguments)
    }
    return try cells.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
  }
}

extension String {
  /// What two equal keys have in common, however they were typed.
  fileprivate var lookupKey: String { inHalfWidth.withoutLayoutSpaces.uppercased() }
}
