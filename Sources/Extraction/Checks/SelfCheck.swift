/// Whether a value is right by its own form: the only reason for which one reading is taken instead of another.
enum SelfCheck {
  static func passes(_ raw: String, _ type: FieldType) -> Bool {
    guard let value = NormalForm.of(raw, type) else { return false }
    return switch type {
    case .idNumber: IDNumber(value) != nil
    case .creditCode: CreditCode.isValid(value)
    case .phone: isPhone(value)
    case .period: PrintedPeriod(printed: value) != nil
    case .vin: VehicleIdentification.isWellFormed(value)
    case .plateNumber: PlateNumber.form(of: value) != nil
    case .sex, .sexOfPassport: value == "男" || value == "女"
    default: true
    }
  }

  /// Eleven digits from 1, or an area code from 0: a lost first digit must be noticed.
  static func isPhone(_ value: String) -> Bool {
    guard value.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "-") }) else { return false }
    let digits = value.count(where: \.isNumber)
    return value.first == "1" ? digits == 11 : value.first == "0" && (10...12).contains(digits)
  }
}
