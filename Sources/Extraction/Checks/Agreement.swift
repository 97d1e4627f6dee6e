import Cases

/// The same fact printed twice in one document. Both fields get the result; neither is changed.
struct Agreement {
  let definitions: [FieldDefinition]

  /// Confirms birth date and sex by the ID number, and shows where they contradict it.
  func applied(to fields: [String: Field]) -> [String: Field] {
    var fields = fields
    for definition in definitions {
      guard let other = definition.agreesWith, var field = fields[definition.name],
        var number = fields[other], let value = field.value, let printed = number.value,
        let idNumber = IDNumber(printed)
      else { continue }
      let agrees = value == (definition.type == .date ? idNumber.birthDate : idNumber.sex)
      field.checks.append(.of("agrees", agrees, with: other))
      number.checks.append(.of("agrees", agrees, with: definition.name))
      if agrees {
        let others = field.checks.allSatisfy { $0.result != .fail }
        field.state = others ? .accepted : .review
        field.probability = max(field.probability, number.probability)
        // The date is printed a second time inside the number; one digit is not enough.
        if definition.type == .date, number.check("gb11643")?.result == .pass,
          number.checks.allSatisfy({ $0.result != .fail })
        {
          number.state = .accepted
        }
      } else {
        field.state = .review
        number.state = .review
        field.probability = min(field.probability, 0.5)
        number.probability = min(number.probability, 0.9)
      }
      fields[definition.name] = field
      fields[other] = number
    }
    return fields
  }
}
