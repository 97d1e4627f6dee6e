import CPostgreSQL

/// The statements that the server has prepared for one connection, so that it plans each once.
struct PreparedStatements {
  private struct Key: Hashable {
    let sql: String
    let types: [Oid]
  }

  private static let most = 200

  private var names: [Key: String] = [:]

  var isFull: Bool { names.count >= Self.most }
  var nextName: String { "s\(names.count)" }

  func name(of sql: String, _ types: [Oid]) -> String? { names[Key(sql: sql, types: types)] }

  mutating func remember(_ sql: String, _ types: [Oid]) {
    names[Key(sql: sql, types: types)] = nextName
  }
}
