package import Cases

/// What one result says: the values that fill a template.
package struct ResultContent: Sendable, Equatable {
  /// Document number, `云政许字〔2026〕第0001号`.
  package var number: String
  /// Values by the name that placeholders use; `number` and `date` are added.
  package var values: [String: String]
  /// What there are several of, by the name that templates use: reasons, missing materials. An entry has a cell for each
  /// column of its table; entries of numbered paragraphs have one.
  package var lists: [String: [[String]]]
  /// The code that leads to the page of this result.
  package var pointer: QRSymbol?
  /// Day of issue.
  package var date: CalendarDay
  /// True while the seal belongs to the authority that the program made for itself; the page then says so.
  package var underTestAuthority: Bool

  package init(
    number: String, values: [String: String], lists: [String: [[String]]] = [:],
    pointer: QRSymbol?, date: CalendarDay, underTestAuthority: Bool
  ) {
    self.number = number
    self.values = values
    self.lists = lists
    self.pointer = pointer
    self.date = date
    self.underTestAuthority = underTestAuthority
  }
}
