/// A type that goes into a column and comes out of it unchanged.
package protocol SQLConvertible {
  var sqlValue: SQLValue { get }

  /// Nil where the value is of another kind or out of range.
  init?(sqlValue: SQLValue)
}

extension SQLValue: SQLConvertible {
  package var sqlValue: SQLValue { self }
  package init?(sqlValue: SQLValue) { self = sqlValue }
}

extension Int: SQLConvertible {
  package var sqlValue: SQLValue { .integer(Int64(self)) }
  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self.init(exactly: number)
  }
}

extension Int64: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self) }
  package init?(sqlValue: SQLValue) {
    guard case .integer(let number) = sqlValue else { return nil }
    self = number
  }
}

extension Double: SQLConvertible {
  package var sqlValue: SQLValue { .real(self) }
  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .real(let number): self = number
    case .integer(let number): self.init(number)
    default: return nil
    }
  }
}

/// 0 or 1, because SQLite has no other.
extension Bool: SQLConvertible {
  package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
  package init?(sqlValue: SQLValue) {
    switch sqlValue {
    case .integer(0): self = false
    case .integer(1): self = true
    default: return nil
    }
  }
}

extension String: SQLConvertible {
  package var sqlValue: SQLValue { .text(self) }
  package init?(sqlValue: SQLValue) {
    guard case .text(let text) = sqlValue else { return nil }
    self = text
  }
}

extension Array: SQLConvertible where Element == UInt8 {
  package var sqlValue: SQLValue { .blob(self) }
  package init?(sqlValue: SQLValue) {
    guard case .blob(let bytes) = sqlValue else { return nil }
    self = bytes
  }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  package var sqlValue: SQLValue { self?.sqlValue ?? .null }
  package init?(sqlValue: SQLValue) {
    if case .null = sqlValue {
      self = .none
    } else {
      guard let wrapped = Wrapped(sqlValue: sqlValue) else { return nil }
      self = wrapped
    }
  }
}
