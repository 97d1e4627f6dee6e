/// Many rows of one table, a few hundred with each statement: one by one, every row would be a journey to the server.
struct BatchInsert {
  private static let rowsAtOnce = 200

  private let target: String
  private let row: String
  private var values: [SQLValue] = []
  private var count = 0

  /// - Parameter target: table and columns, `a (b, c)`.
  init(into target: String, columns: Int) {
    self.target = target
    row = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
  }

  mutating func add(_ arguments: [any SQLConvertible], _ session: any SQLSession) throws {
    values += arguments.map(\.sqlValue)
    count += 1
    if count == Self.rowsAtOnce { try finish(session) }
  }

  /// Inserts what is left.
  mutating func finish(_ session: any SQLSession) throws {
    guard count > 0 else { return }
    let rows = Array(repeating: row, count: count).joined(separator: ", ")
    _ = try session.execute("INSERT INTO \(target) VALUES \(rows)", values: values)
    (values, count) = ([], 0)
  }
}
