/// A form as `Models/forms/<id>.yaml` says it: its entries and where each may be taken from. How the form is read
/// from paper (labels to look for, types) stands in the same file and is the reader's.
package struct FormDefinition: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var field: String
    package var labelZh: String
    package var labelEn: String
    /// `kind.field`, in the order in which equally good sources are preferred.
    package var from: [String]

    package init(field: String, labelZh: String, labelEn: String, from: [String]) {
      self.field = field
      self.labelZh = labelZh
      self.labelEn = labelEn
      self.from = from
    }
  }

  /// The name of its file.
  package var id: String
  package var titleZh: String
  package var titleEn: String
  package var entries: [Entry]

  package init(id: String, titleZh: String, titleEn: String, entries: [Entry]) {
    self.id = id
    self.titleZh = titleZh
    self.titleEn = titleEn
    self.entries = entries
  }
}
