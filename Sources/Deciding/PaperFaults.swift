import Cases

/// What is wrong with the papers that a matter issues, and with what it lets follow.
extension MatterFaults {
  var papers: String? {
    let numbers = [
      ("result", matter.result.number), ("refusal", matter.refusal?.number),
      ("deferral.notice", matter.deferral?.notice.number),
    ].compactMap { name, pattern in pattern.map { (name, $0) } }
    for (name, pattern) in numbers {
      for part in ["{sequence}", "{year}"] where !pattern.contains(part) {
        return "\(name).number lacks \(part)"
      }
    }
    return duplicate(in: numbers.map(\.1)).map { "number '\($0)' is that of two papers" }
  }

  var deferral: String? {
    guard let rule = matter.deferral else { return nil }
    if !(1...365).contains(rule.days) { return "deferral.days is not from 1 to 365" }
    let kinds = rule.materials.map(\.kind)
    if kinds.isEmpty { return "deferral.materials is empty: nothing could follow" }
    if let twice = duplicate(in: kinds) { return "deferral: '\(twice)' is listed twice" }
    let required = matter.materials.filter(\.required).map(\.kind)
    if let kind = kinds.first(where: { !required.contains($0) }) {
      return "deferral: '\(kind)' is no required material"
    }
    // Who applies, and for what, must be known from the first day.
    if kinds.contains(applicationForm) { return "deferral: the application form cannot follow" }
    return rule.promise.flatMap(fault(inPromise:))
  }

  private func fault(inPromise promise: Condition) -> String? {
    guard let question = Question(promise) else {
      return "deferral.promise on '\(promise.value)': value, test and constant do not fit"
    }
    return fault(inPath: question.path.description)
  }
}
