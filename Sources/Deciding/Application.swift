import Cases

/// All that a decision rests on. Its extensions each look at one thing and give their doubts as reasons.
struct Application {
  let matter: Matter
  let materials: [FileReading]
  let documents: [DocumentReading]
  let form: FilledForm
  let findings: [Finding]
  let printed: PrintedEntries
  let submitted: CalendarDay
  private let labels: Labels

  init(
    matter: Matter, materials: [FileReading], form: FilledForm, findings: [Finding],
    printed: PrintedEntries, submitted: CalendarDay, labels: Labels
  ) {
    self.matter = matter
    self.materials = materials
    self.documents = materials.documents.filter { $0.isMaterial(of: matter) }
    self.form = form
    self.findings = findings
    self.printed = printed
    self.submitted = submitted
    self.labels = labels
  }

  /// The same application under rules that ask for less; entries that have no value yet may follow.
  func asking(less matter: Matter) -> Application {
    Application(
      matter: matter, materials: materials, form: form, findings: findings,
      printed: printed.whereThere, submitted: submitted, labels: labels)
  }

  /// Of a material that may be left out, and was.
  func isLeftOut(_ kind: String) -> Bool {
    matter.materials.contains { $0.kind == kind && !$0.required }
      && !documents.contains { $0.kind == kind }
  }

  func isAccepted(_ path: FieldPath) -> Bool { documents.best(path)?.state == .accepted }

  /// Whether a person has said of every value in those what holds; false where there is none.
  func isConfirmed(_ documents: [DocumentReading]) -> Bool {
    let values = documents.filter { $0.isMaterial(of: matter) }.flatMap { document in
      document.fields.filter { $0.value.value != nil }.keys
        .compactMap { FieldPath("\(document.kind).\($0)") }
    }
    return !values.isEmpty && values.allSatisfy { self.documents.best($0)?.source == .person }
  }

  /// `居民身份证（人像面）的姓名`.
  func label(of path: FieldPath) -> Label {
    let material = matter.materials.first { $0.kind == path.kind }
    let entry = path.kind == applicationForm ? form.entry(path.field) : nil
    let known = labels[path.description]
    let field =
      known.zh == path.description
      ? Label(zh: entry?.labelZh ?? path.field, en: entry?.labelEn ?? path.field) : known
    return Label(
      zh: "\(material?.titleZh ?? path.kind)的「\(field.zh)」",
      en: "'\(field.en)' of \(material?.titleEn ?? path.kind)")
  }
}

extension DocumentReading {
  /// Of the form that the matter wants; a form that did not say which it is may be it.
  func isMaterial(of matter: Matter) -> Bool {
    kind != applicationForm || form == nil || form == matter.form
  }
}
