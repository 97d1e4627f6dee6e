package import Cases

/// Compares what was read with what is printed elsewhere in the case and with records: one finding per rule, in the
/// rules' order. Nothing is corrected. What is missing or unreadable is `not_checked` and never agrees.
///
/// - Throws: what the reference source throws when it cannot be looked into.
package func crossCheck(
  _ documents: [DocumentReading], by rules: [CheckRule], reference: any ReferenceSource
) throws -> [Finding] {
  let evidence = Evidence(documents)
  return try rules.map { rule in
    let result =
      if let path = ReferencePath(rule.with) {
        try evidence.compare(rule, with: path, in: reference)
      } else {
        evidence.compareWithinCase(rule)
      }
    return Finding(
      check: rule.id, field: rule.value, with: rule.with, outcome: result.outcome,
      zh: "\(rule.titleZh)：\(result.zh)", en: "\(rule.titleEn): \(result.en)")
  }
}

/// Cross-checks and confirms until nothing changes any more: a key that another paper confirms opens a record, which
/// confirms what the record says.
///
/// - Throws: what the reference source throws when it cannot be looked into.
package func crossChecked(
  _ documents: [DocumentReading], by rules: [CheckRule], reference: any ReferenceSource
) throws -> (documents: [DocumentReading], findings: [Finding]) {
  var documents = documents
  var findings = try crossCheck(documents, by: rules, reference: reference)
  for _ in rules {
    documents = confirmed(documents, by: findings, rules)
    let next = try crossCheck(documents, by: rules, reference: reference)
    if next == findings { break }
    findings = next
  }
  return (documents, findings)
}
