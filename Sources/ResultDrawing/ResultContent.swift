package import Cases

/// What one result says: the values that fill a template.
package struct ResultContent: Sendable, Equatable {
  /// A fact of the case that the template does not list.
  package struct Row: Sendable, Equatable {
    package var label: String
    package var value: String

    package init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// Document number, `云政许字〔2026〕第0001号`.
  package var number: String
  /// Values by the name that placeholders use; `number` and `date` are added.
  package var values: [String: String]
  /// Printed below the rows of the template.
  package var rows: [Row]
  /// The code that leads to the page of this result.
  package var pointer: QRSymbol?
  /// Day of issue.
  package var date: CalendarDay
  /// True while the seal belongs to the authority that the program made for itself; the page then says so.
  package var underTestAuthority: Bool

  package init(
    number: String, values: [String: String], rows: [Row] = [], pointer: QRSymbol?,
    date: CalendarDay,
    underTestAuthority: Bool
  ) {
    self.number = number
    self.values = values
    self.rows = rows
    self.pointer = pointer
    self.date = date
    self.underTestAuthority = underTestAuthority
  }
}
