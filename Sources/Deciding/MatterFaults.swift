import Cases

/// What is wrong with a matter that decodes: names that nothing bears, rules that could never work.
struct MatterFaults {
  let matter: Matter
  let forms: [String: Set<String>]
  let kinds: [String: Set<String>]?

  /// The first fault in words; nil for a sound matter.
  var first: String? {
    materials ?? checks ?? decision ?? conditions ?? result ?? papers ?? deferral
  }

  private var materials: String? {
    guard let formFields = forms[matter.form] else { return "no form '\(matter.form)'" }
    let handedIn = matter.materials.map(\.kind)
    if let twice = duplicate(in: handedIn) { return "material '\(twice)' is listed twice" }
    for material in matter.materials {
      let known =
        material.kind == applicationForm ? formFields : kinds.map { $0[material.kind] ?? [] }
      if let known, known.isEmpty { return "no kind of document '\(material.kind)'" }
      if let known, let field = material.needs.first(where: { !known.contains($0) }) {
        return "\(material.kind) has no field '\(field)'"
      }
    }
    return nil
  }

  private var checks: String? {
    if let twice = duplicate(in: matter.checks.map(\.id)) {
      return "check '\(twice)' is listed twice"
    }
    return matter.checks.lazy.compactMap { rule in
      fault(in: rule).map { "check '\(rule.id)': \($0)" }
    }.first
  }

  private func fault(in rule: CheckRule) -> String? {
    if let fault = fault(inPath: rule.value) { return fault }
    if ReferencePath(rule.with) == nil {
      if rule.by != nil { return "'by' is for references" }
      if [.equals, .listed].contains(rule.comparator) { return "its comparator is for references" }
      if rule.with == rule.value { return "compares '\(rule.value)' with itself" }
      return fault(inPath: rule.with)
    }
    if rule.comparator == .listed { return rule.by == nil ? nil : "'listed' has no 'by'" }
    guard let keys = rule.by, !keys.isEmpty else { return "'by' must say how the record is found" }
    if (rule.comparator == .equals) != (rule.expected != nil) {
      return "'expected' belongs to 'equals' and to nothing else"
    }
    if rule.comparator == .equals, rule.confirms == true { return "'equals' confirms nothing" }
    // A record that was found by a value cannot prove that value.
    if rule.confirms == true, keys.values.contains(rule.value) {
      return "'\(rule.value)' is its own key and cannot be confirmed by the record"
    }
    return keys.values.lazy.compactMap { fault(inPath: $0) }.first
  }

  private var decision: String? {
    let required = matter.decision.approveWhenAgree
    if required.isEmpty { return "approve_when_agree is empty: nothing would be checked" }
    let known = Set(matter.checks.map(\.id))
    return required.first { !known.contains($0) }.map { "approve_when_agree: no check '\($0)'" }
  }

  private var conditions: String? {
    (matter.decision.approveWhen ?? []).lazy.compactMap { condition in
      guard let question = Question(condition) else {
        return "condition on '\(condition.value)': value, test and constant do not fit"
      }
      return fault(inPath: question.path.description)
    }.first
  }

  private var result: String? {
    if let months = matter.result.validMonths, !(1...1200).contains(months) {
      return "result.valid_months is not from 1 to 1200"
    }
    return forms[matter.form]?.contains(matter.result.holder) == true
      ? nil : "result.holder: the form has no field '\(matter.result.holder)'"
  }

  func fault(inPath text: String) -> String? {
    guard let path = FieldPath(text) else { return "'\(text)' is no kind.field" }
    guard matter.materials.contains(where: { $0.kind == path.kind }) else {
      return "'\(path.kind)' is none of the materials"
    }
    let known = path.kind == applicationForm ? forms[matter.form] : kinds?[path.kind]
    guard let known else { return nil }
    return known.contains(path.field) ? nil : "\(path.kind) has no field '\(path.field)'"
  }

  func duplicate(in names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }
}

/// The kind of all application forms; which one it is stands in `DocumentReading.form`.
let applicationForm = "application_form"
