/// One filled entry of a form, with where it came from.
package struct FormEntry: Sendable, Equatable, Codable {
  package var field: String
  package var labelZh: String
  package var labelEn: String
  package var value: String?
  package var state: FieldState
  /// `kind.field` that the value was taken from; nil where nothing was found.
  package var from: String?
  package var source: FieldSource?

  package init(
    field: String, labelZh: String, labelEn: String, value: String?, state: FieldState,
    from: String?, source: FieldSource?
  ) {
    self.field = field
    self.labelZh = labelZh
    self.labelEn = labelEn
    self.value = value
    self.state = state
    self.from = from
    self.source = source
  }

  enum CodingKeys: String, CodingKey {
    case field
    case labelZh = "label_zh"
    case labelEn = "label_en"
    case value, state, from, source
  }
}

/// A form, filled from what was read.
package struct FilledForm: Sendable, Equatable, Codable {
  package var form: String
  package var titleZh: String
  package var titleEn: String
  package var entries: [FormEntry]

  package init(form: String, titleZh: String, titleEn: String, entries: [FormEntry]) {
    self.form = form
    self.titleZh = titleZh
    self.titleEn = titleEn
    self.entries = entries
  }

  package func entry(_ field: String) -> FormEntry? { entries.first { $0.field == field } }

  enum CodingKeys: String, CodingKey {
    case form
    case titleZh = "title_zh"
    case titleEn = "title_en"
    case entries
  }
}
