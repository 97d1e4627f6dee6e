import CPostgreSQL

/// Arguments in PostgreSQL's binary form, whole numbers and reals in network order.
struct PostgreSQLParameters {
  /// Nothing for NULL: the server takes the type of the place where it stands.
  let types: [Oid]
  private var bytes: [UInt8] = []
  private var starts: [Int?] = []
  private var lengths: [Int32] = []

  init(_ values: [SQLValue]) {
    types = values.map(\.postgreSQLType)
    for value in values {
      let start = bytes.count
      switch value {
      case .null: break
      case .integer(let number): bytes += number.networkBytes
      case .real(let number): bytes += Int64(bitPattern: number.bitPattern).networkBytes
      case .text(let text): bytes += text.utf8
      case .blob(let blob): bytes += blob
      }
      starts.append(value == .null ? nil : start)
      lengths.append(Int32(clamping: bytes.count - start))
    }
    // An empty text has an address too.
    bytes.append(0)
  }

  func withPointers<Value>(
    _ use: ([UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Value
  ) rethrows -> Value {
    try bytes.withUnsafeBytes { buffer in
      let base = buffer.bindMemory(to: CChar.self).baseAddress
      let pointers = starts.map { start in start.flatMap { offset in base.map { $0 + offset } } }
      return try use(pointers, lengths, Array(repeating: 1, count: lengths.count))
    }
  }
}

/// Types by their numbers in `pg_type.dat`.
enum PostgreSQLType {
  static let (bool, bytea, int8, int2, int4, text): (Oid, Oid, Oid, Oid, Oid, Oid) =
    (16, 17, 20, 21, 23, 25)
  static let (name, float4, float8, void): (Oid, Oid, Oid, Oid) = (19, 700, 701, 2278)
}

extension SQLValue {
  fileprivate var postgreSQLType: Oid {
    switch self {
    case .null: 0
    case .integer: PostgreSQLType.int8
    case .real: PostgreSQLType.float8
    case .text: PostgreSQLType.text
    case .blob: PostgreSQLType.bytea
    }
  }
}

extension Int64 {
  fileprivate var networkBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
