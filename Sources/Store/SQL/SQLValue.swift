/// A value as a database holds it.
package enum SQLValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// Values are personal: what is printed is their kind.
extension SQLValue: CustomStringConvertible, CustomReflectable {
  package var description: String {
    switch self {
    case .null: "null"
    case .integer: "integer"
    case .real: "real"
    case .text: "text"
    case .blob: "blob"
    }
  }
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
