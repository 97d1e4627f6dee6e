/// Whether a value is right by its own form: the only reason for which one reading is taken instead of another.
enum SelfCheck {
  static func passes(_ raw: String, _ type: FieldType) -> Bool {
    guard let value = NormalForm.of(raw, type) else { return false }
    return switch type {
    case .idNumber: IDNumber(value) != nil
    case .creditCode: CreditCode.isValid(value)
    case .period: PrintedPeriod(printed: value) != nil
    case .vin: VehicleIdentification.isWellFormed(value)
    case .plateNumber: PlateNumber.form(of: value) != nil
    case .sex, .sexOfPassport: value == "男" || value == "女"
    default: true
    }
  }
}
