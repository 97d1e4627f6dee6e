package import Cases

/// Which entries of the form the matter's result prints, as its template says. A sealed paper says nothing that was not
/// accepted.
package struct PrintedEntries: Sendable, Equatable {
  /// Without these it cannot be drawn.
  package var required: Set<String>
  /// Left out where the application says nothing of them.
  package var optional: Set<String>

  package init(required: Set<String> = [], optional: Set<String> = []) {
    self.required = required
    self.optional = optional
  }

  /// For an application of which parts may follow.
  var whereThere: PrintedEntries { PrintedEntries(optional: required.union(optional)) }

  fileprivate func forbids(_ entry: FormEntry) -> Bool {
    switch entry.state {
    case .accepted: required.contains(entry.field) && (entry.value ?? "").isEmpty
    case .missing: required.contains(entry.field)
    case .review, .withheld: required.contains(entry.field) || optional.contains(entry.field)
    }
  }
}

extension Application {
  /// What the result would print although nobody is sure of it.
  var unsureEntries: [Reason] {
    form.entries.filter(printed.forbids).compactMap { entry in
      guard let source = entry.from.flatMap(FieldPath.init) else {
        return unreadable(
          Label(zh: "申请表的「\(entry.labelZh)」", en: "'\(entry.labelEn)' of the form"),
          isThere: false)
      }
      return isContested(source) ? nil : unreadable(source)
    }
  }
}
