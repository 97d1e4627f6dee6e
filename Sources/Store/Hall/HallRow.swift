import Cases
import Foundation

/// What a database says of the hall that it keeps.
struct HallRow: Sendable, Equatable {
  let id: String
  /// What only the hall's data key makes of the id.
  let keyCheck: String

  /// Nil in a database that is empty, or of version 0.4.0 or older.
  init?(in session: any SQLSession) throws {
    guard try session.hasTable("hall"),
      let row = try session.row("SELECT id, keyCheck FROM hall")
    else { return nil }
    (id, keyCheck) = (try row.value("id"), try row.value("keyCheck"))
  }

  func fits(_ key: DataKey) -> Bool { keyCheck == Self.check(of: id, with: key) }

  /// The step of the schema: the database becomes one hall's.
  static func make(with key: DataKey, _ session: any SQLSession) throws {
    try session.run(
      script: """
        CREATE TABLE hall (id TEXT PRIMARY KEY NOT NULL, keyCheck TEXT NOT NULL)
          \(session.dialect.tableOptions);
        """)
    let id = hexadecimal((0..<16).map { _ in UInt8.random(in: 0...255) })
    try session.execute(
      "INSERT INTO hall (id, keyCheck) VALUES (?, ?)", [id, check(of: id, with: key)])
  }

  private static func check(of id: String, with key: DataKey) -> String {
    key.code(of: id, for: "hall")
  }
}

/// What lies in a database that does not say whose it is.
struct UnnamedHall {
  /// Nobody ever used it.
  let isEmpty: Bool
  /// Names of the objects that it has keys for.
  let objects: Set<String>
  private let objectKey: (document: String, wrapped: [UInt8])?
  private let handOver: (caseID: String, sealed: [UInt8])?

  init(in session: any SQLSession) throws {
    isEmpty = try ["caseRecord", "reference", "objectKey"].allSatisfy {
      try session.hasTable($0) ? session.row("SELECT 1 AS one FROM \($0) LIMIT 1") == nil : true
    }
    objects =
      try session.hasTable("objectKey")
      ? Set(session.values("SELECT object FROM objectKey", as: String.self)) : []
    objectKey = try session.sample("SELECT document, wrapped FROM objectKey LIMIT 1", "objectKey")
      .map { (try $0.value("document"), try $0.value("wrapped")) }
    handOver = try session.sample("SELECT caseID, sealed FROM handOver LIMIT 1", "handOver")
      .map { (try $0.value("caseID"), try $0.value("sealed")) }
  }

  /// Whether what was sealed in it was sealed with this key.
  func fits(_ key: DataKey) -> Bool {
    let opensDocument = objectKey.map {
      DocumentKey(unwrapping: $0.wrapped, of: $0.document, with: key) != nil
    }
    let opensHandOver = handOver.map { key.open(Data($0.sealed), for: $0.caseID) != nil }
    return opensDocument != false && opensHandOver != false
  }
}

extension SQLSession {
  /// - Parameter name: as it stands in the schema; capitals count with SQLite alone.
  func hasTable(_ name: String) throws -> Bool {
    switch dialect {
    case .sqlite:
      try row("SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?", [name]) != nil
    case .postgresql:
      try value("SELECT to_regclass(?) IS NOT NULL", [name]) ?? false
    }
  }

  fileprivate func sample(_ sql: String, _ table: String) throws -> SQLRow? {
    try hasTable(table) ? row(sql) : nil
  }
}
