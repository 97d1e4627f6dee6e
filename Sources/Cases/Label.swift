/// What people call a kind or a field.
package struct Label: Sendable, Equatable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}

/// The labels of kinds (`resident_id_front`) and fields (`resident_id_front.name`), so that a stage can speak of
/// them to people without knowing where the models are.
package struct Labels: Sendable, Equatable {
  private var labels: [String: Label]

  package init(_ labels: [String: Label] = [:]) { self.labels = labels }

  /// The name itself where no label is known.
  package subscript(name: String) -> Label {
    get { labels[name] ?? Label(zh: name, en: name) }
    set { labels[name] = newValue }
  }
}
