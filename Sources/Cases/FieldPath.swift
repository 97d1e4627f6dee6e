/// `kind.field`: one field of the documents of a case, `resident_id_front.name`.
package struct FieldPath: Sendable, Hashable, CustomStringConvertible {
  package let kind: String
  package let field: String

  /// Nil where the text is no `kind.field`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !text.contains(":") else {
      return nil
    }
    kind = String(parts[0])
    field = String(parts[1])
  }

  package var description: String { "\(kind).\(field)" }
}

/// `reference:NAME.column`: one column of an imported reference.
package struct ReferencePath: Sendable, Hashable, CustomStringConvertible {
  package let reference: String
  package let column: String

  /// Nil where the text is no `reference:NAME.column`.
  package init?(_ text: String) {
    let mark = "reference:"
    guard text.hasPrefix(mark), let path = FieldPath(String(text.dropFirst(mark.count))) else {
      return nil
    }
    reference = path.kind
    column = path.field
  }

  package var description: String { "reference:\(reference).\(column)" }
}
