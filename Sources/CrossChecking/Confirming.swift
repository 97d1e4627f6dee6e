package import Cases

/// The documents with what the findings prove about their fields: agreement with another printing that can be
/// trusted, or with a record that was found by an accepted key, makes a field in review accepted; a difference
/// sends an accepted one to review. Values stay as they were read.
///
/// Two readings in review that agree prove nothing: one engine makes the same mistake twice. The outcome depends
/// only on what was read and on these findings; what earlier findings did to the documents is undone first, so a
/// case may be checked again after a person confirmed a field.
package func confirmed(
  _ documents: [DocumentReading], by findings: [Finding], _ rules: [CheckRule]
) -> [DocumentReading] {
  let outcomes = Dictionary(findings.map { ($0.check, $0.outcome) }) { first, _ in first }
  let compared = rules.filter { $0.comparator != .equals }
  var documents = documents.asRead(before: compared)
  for rule in compared where outcomes[rule.id] == .differs { documents.doubt(rule) }

  // Each round can make a field trustworthy that the next one leans on; a rule can confirm only once.
  var waiting = compared.filter { $0.confirms == true && outcomes[$0.id] == .agrees }
  while let index = waiting.firstIndex(where: { documents.confirm($0) }) {
    waiting.remove(at: index)
  }
  return documents
}

extension [DocumentReading] {
  /// Accepts the side in review that agrees with a trustworthy other side; false where there is none.
  fileprivate mutating func confirm(_ rule: CheckRule) -> Bool {
    guard let value = FieldPath(rule.value) else { return false }
    guard let other = FieldPath(rule.with) else { return accept(value, because: rule.with) }
    if best(other)?.state == .accepted, accept(value, because: rule.with) { return true }
    return best(value)?.state == .accepted && accept(other, because: rule.value)
  }

  /// A field that differs elsewhere stays in review, whatever else agrees with it.
  private mutating func accept(_ path: FieldPath, because other: String) -> Bool {
    guard let index = bestDocument(for: path), var field = self[index].fields[path.field],
      field.state == .review,
      !field.checks.contains(where: { $0.id == agreement && $0.result == .fail })
    else { return false }
    field.stateAsRead = field.stateAsRead ?? field.state
    field.state = .accepted
    field.checks.append(CheckResult(id: agreement, result: .pass, with: other))
    self[index].fields[path.field] = field
    return true
  }

  fileprivate mutating func doubt(_ rule: CheckRule) {
    guard let value = FieldPath(rule.value) else { return }
    doubt(value, because: rule.with)
    if let other = FieldPath(rule.with) { doubt(other, because: rule.value) }
  }

  /// What a person confirmed stays theirs; the difference is noted all the same.
  private mutating func doubt(_ path: FieldPath, because other: String) {
    guard let index = bestDocument(for: path), var field = self[index].fields[path.field] else {
      return
    }
    if field.state == .accepted, field.source != .person {
      field.stateAsRead = field.stateAsRead ?? field.state
      field.state = .review
    }
    field.checks.append(CheckResult(id: agreement, result: .fail, with: other))
    self[index].fields[path.field] = field
  }

  /// The fields as they were before these rules were applied to them.
  fileprivate func asRead(before rules: [CheckRule]) -> [DocumentReading] {
    map { document in
      var document = document
      for (name, field) in document.fields {
        let path = "\(document.kind).\(name)"
        let others =
          rules.filter { $0.value == path }.map(\.with)
          + rules.filter { $0.with == path }.map(\.value)
        document.fields[name] = field.asRead(before: Set(others))
      }
      return document
    }
  }
}

extension Field {
  fileprivate func asRead(before others: Set<String>) -> Field {
    var field = self
    field.checks.removeAll { $0.id == agreement && $0.with.map(others.contains) == true }
    if let state = stateAsRead { field.state = state }
    field.stateAsRead = nil
    return field
  }
}

/// The name of the check in `CheckResult`.
private let agreement = "agrees"
