package import Cases

extension ResultTemplate {
  /// The names of the values that a template's texts hold.
  package struct Names: Sendable, Equatable {
    /// Without these it cannot be drawn.
    package var required: Set<String> = []
    /// Those of facts that are left out where they are missing.
    package var optional: Set<String> = []
  }

  /// - Throws: `bad_model` where a text has a brace that nothing closes.
  package func names() throws(Problem) -> Names {
    var names = Names()
    for text in [title.zh, smallPrint.zh, smallPrint.en] + [addressee].compactMap(\.self) {
      names.required.formUnion(try Placeholders.names(in: text))
    }
    for block in body { try block.collect(into: &names) }
    names.optional.subtract(names.required)
    return names
  }
}

extension ResultTemplate.Block {
  fileprivate func collect(into names: inout ResultTemplate.Names) throws(Problem) {
    switch self {
    case .paragraph(let text), .heading(let text), .note(let text):
      names.required.formUnion(try Placeholders.names(in: text))
    case .facts(let facts):
      for fact in facts {
        let found = try Placeholders.names(in: fact.value)
        if fact.optional == true {
          names.optional.formUnion(found)
        } else {
          names.required.formUnion(found)
        }
      }
    case .items, .list: break
    }
  }
}
