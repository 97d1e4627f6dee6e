import Cases
import Foundation

/// A row of a reference as it is stored: its text, and what each of its cells is found by.
struct ReferenceRow {
  /// JSON, by the names of the columns.
  let text: String
  let keys: [String]

  init(columns: [String], cells: [String]) throws {
    let named = Dictionary(zip(columns, cells)) { first, _ in first }
    text = String(decoding: try JSONEncoder().encode(named), as: UTF8.self)
    keys = cells.map(\.lookupKey)
  }
}

extension String {
  /// What two equal keys have in common, however they were typed.
  var lookupKey: String { inHalfWidth.withoutLayoutSpaces.uppercased() }
}
