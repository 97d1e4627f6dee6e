import Cases

/// The same fact printed twice in one document. Both fields get the result; neither is changed.
struct Agreement {
  let definitions: [FieldDefinition]

  /// Compares birth date and sex with the ID number, shows where they contradict it, and accepts those that agree
  /// with a number that may be used itself.
  func applied(to fields: [String: Field]) -> [String: Field] {
    let compared = definitions.reduce(into: fields, compare)
    return definitions.reduce(into: compared, accept)
  }

  private func compare(_ fields: inout [String: Field], _ definition: FieldDefinition) {
    guard let other = definition.agreesWith, var field = fields[definition.name],
      var number = fields[other], let value = field.value, let printed = number.value,
      let idNumber = IDNumber(printed)
    else { return }
    let agrees = value == (definition.type == .date ? idNumber.birthDate : idNumber.sex)
    field.checks.append(.of("agrees", agrees, with: other))
    number.checks.append(.of("agrees", agrees, with: definition.name))
    if agrees {
      field.probability = max(field.probability, number.probability)
    } else {
      field.state = .review
      number.state = .review
      field.probability = min(field.probability, 0.5)
      number.probability = min(number.probability, 0.9)
    }
    fields[definition.name] = field
    fields[other] = number
  }

  /// A number that nothing confirmed confirms nothing: read wrongly, it agrees with every second sex.
  private func accept(_ fields: inout [String: Field], _ definition: FieldDefinition) {
    guard let other = definition.agreesWith, var field = fields[definition.name],
      field.check("agrees")?.result == .pass
    else { return }
    let isSound = field.checks.allSatisfy { $0.result != .fail }
    field.state = isSound && fields[other]?.state == .accepted ? .accepted : .review
    fields[definition.name] = field
  }
}
