import Cases

/// The checks that a value has by itself: each a rule of its own with its own result.
struct FieldChecks {
  let codes: [String: Set<String>]
  let divisions: DivisionCodes

  /// Of a value in normal form; nil where what is printed has none.
  func results(of definition: FieldDefinition, value: String?) -> [CheckResult] {
    formCheck(definition.type, value) + listCheck(definition, value)
  }

  private func formCheck(_ type: FieldType, _ value: String?) -> [CheckResult] {
    switch type {
    case .idNumber:
      let number = value.flatMap(IDNumber.init)
      return [.of("gb11643", number != nil)] + (number.map(divisionCheck) ?? [])
    case .creditCode: return [.of("gb32100", value.map(CreditCode.isValid) ?? false)]
    case .date, .dayOfPassport: return [.of("date", value != nil)]
    case .address: return value.map(addressCheck) ?? []
    case .plateNumber: return [plateCheck(value ?? "")]
    case .vin: return [vehicleCheck(value ?? "")]
    default: return []
    }
  }

  /// Not every maker uses the check digit: without one the number is only noted.
  private func vehicleCheck(_ value: String) -> CheckResult {
    guard VehicleIdentification.isWellFormed(value) else { return .of("iso3779", false) }
    return CheckResult(
      id: "iso3779", result: VehicleIdentification.hasCheckDigit(value) ? .pass : .warning)
  }

  private func plateCheck(_ value: String) -> CheckResult {
    switch PlateNumber.form(of: value) {
    case .regular: .of("ga36", true)
    case .unusual: CheckResult(id: "ga36", result: .warning)
    case nil: .of("ga36", false)
    }
  }

  /// One that begins with anything else may lack its beginning, or have a piece of its label before it.
  private func addressCheck(_ value: String) -> [CheckResult] {
    guard !divisions.isEmpty else { return [] }
    let isWhole = divisions.beginAddress(value)
    return [CheckResult(id: "gb2260", result: isWhole ? .pass : .warning)]
  }

  private func divisionCheck(_ number: IDNumber) -> [CheckResult] {
    guard !divisions.isEmpty else { return [] }
    let existed = divisions.existed(number.division, whenBornIn: number.birthYear)
    return [CheckResult(id: "gb2260", result: existed ? .pass : .warning)]
  }

  private func listCheck(_ definition: FieldDefinition, _ value: String?) -> [CheckResult] {
    guard let list = definition.codes, let known = codes[list] else { return [] }
    guard let value else { return [.of("code_list", false)] }
    let isListed =
      definition.type == .drivingClass
      ? DrivingClass.classes(in: value, of: known) != nil : known.holds(value)
    return [.of("code_list", isListed)]
  }
}

extension DivisionCodes {
  /// ID numbers have been assigned since 1984, at birth or to a child that was registered late.
  private static let firstNumbers = 1984
  private static let latestRegistration = 18

  /// Whether a number of someone born in that year may begin with that code: the division was not gone by then, and
  /// was there before the person grew up. A year's slack for offices that went on with an old code.
  func existed(_ code: String, whenBornIn year: Int) -> Bool {
    let assigned = max(year, Self.firstNumbers)
    return names(of: code).contains { division in
      (division.last ?? .max) >= assigned - 1
        && (division.first ?? .min) <= assigned + Self.latestRegistration
    }
  }
}

extension Set<String> {
  /// Forms print 汉族 where cards print 汉.
  func holds(_ value: String) -> Bool {
    contains(value) || (value.hasSuffix("族") && contains(String(value.dropLast())))
  }
}
