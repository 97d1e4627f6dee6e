package import Cases

/// The form with every entry taken from the source that says it best: accepted before review before missing, and
/// among equals the one the form prefers. Values of two sources are never merged.
package func fill(_ form: FormDefinition, from documents: [DocumentReading]) -> FilledForm {
  let sources = documents.filter { $0.form == nil || $0.form == form.id }
  return FilledForm(
    form: form.id, titleZh: form.titleZh, titleEn: form.titleEn,
    entries: form.entries.map { $0.filled(from: sources) })
}

extension FormDefinition.Entry {
  func filled(from documents: [DocumentReading]) -> FormEntry {
    let candidates = from.compactMap(FieldPath.init).compactMap { path in
      documents.best(path).map { (path: path, field: $0) }
    }
    let states: [FieldState] = [.accepted, .review, .withheld]
    let best = states.lazy.compactMap { state in
      candidates.first { $0.field.state == state }
    }.first
    guard let best else { return entry(value: nil, state: .missing, from: nil, source: nil) }
    return entry(
      value: best.field.state == .withheld ? nil : best.field.value, state: best.field.state,
      from: best.path, source: best.field.source)
  }

  private func entry(value: String?, state: FieldState, from: FieldPath?, source: FieldSource?)
    -> FormEntry
  {
    FormEntry(
      field: field, labelZh: labelZh, labelEn: labelEn, value: value, state: state,
      from: from?.description, source: source)
  }
}
