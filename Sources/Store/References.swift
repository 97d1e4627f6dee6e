import Cases
package import Foundation

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
    // Worked out before the database is kept waiting.
    let rows = try file.rows.map { try ReferenceRow(columns: file.columns, cells: $0) }
    try write { try replace(name, file.columns, by: rows, at: now, $0) }
    return rows.count
  }

  /// What was imported, by name.
  package func references() throws -> [ReferenceSummary] {
    try read { session in
      try session.rows("SELECT name, columns, rows, importedAt FROM reference ORDER BY name").map {
        let columns: String = try $0.value("columns")
        return ReferenceSummary(
          name: try $0.value("name"), columns: columns.split(separator: ",").map(String.init),
          rows: try $0.value("rows"), importedAt: try $0.value("importedAt"))
      }
    }
  }

  private func replace(
    _ name: String, _ columns: [String], by rows: [ReferenceRow], at now: Date,
    _ session: any SQLSession
  ) throws {
    try session.lock(.references)
    try session.execute("DELETE FROM referenceCell WHERE reference = ?", [name])
    try session.execute("DELETE FROM referenceRow WHERE reference = ?", [name])
    try session.execute(
      """
      INSERT INTO reference (name, columns, rows, importedAt) VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET columns = excluded.columns, rows = excluded.rows,
        importedAt = excluded.importedAt
      """, [name, columns.joined(separator: ","), rows.count, now.formatted(.iso8601)])
    var id = try session.value("SELECT MAX(id) FROM referenceRow", as: Int.self) ?? 0
    var texts = BatchInsert(into: "referenceRow (id, reference, cells)", columns: 3)
    var cells = BatchInsert(into: "referenceCell (reference, \"column\", value, row)", columns: 4)
    for row in rows {
      id += 1
      try texts.add([id, name, row.text], session)
      for (column, key) in zip(columns, row.keys) {
        try cells.add([name, column, key, id], session)
      }
    }
    try texts.finish(session)
    try cells.finish(session)
  }
}

extension CaseStore: ReferenceSource {
  package func has(_ reference: String) throws -> Bool {
    try read { try $0.row("SELECT name FROM reference WHERE name = ?", [reference]) != nil }
  }

  /// The rows that hold all these values, width of characters, case and spaces aside, in the order of the file.
  package func rows(in reference: String, where columns: [String: String]) throws
    -> [[String: String]]
  {
    guard !columns.isEmpty else { return [] }
    var arguments = [reference]
    var conditions = ""
    for (column, value) in columns {
      conditions += """
         AND id IN (
          SELECT row FROM referenceCell WHERE reference = ? AND "column" = ? AND value = ?)
        """
      arguments += [reference, column, value.lookupKey]
    }
    let sql = "SELECT cells FROM referenceRow WHERE reference = ?\(conditions) ORDER BY id"
    let cells = try read { try $0.values(sql, arguments, as: String.self) }
    return try cells.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
  }
}
