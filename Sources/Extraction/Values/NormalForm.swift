import Cases

/// What a printed value is in normal form.
enum NormalForm {
  /// Nil where the print is not such a value at all.
  static func of(_ raw: String, _ type: FieldType) -> String? {
    let printed = raw.filter { !$0.isWhitespace }
    guard !printed.isEmpty else { return nil }
    return switch type {
    case .choice: TickedOption.value(in: printed)
    case .date: CalendarDay(printed: printed)?.description
    case .dayOfPassport: CalendarDay(ofPassport: halfWidth(printed))?.description
    case .idNumber, .creditCode, .serial, .phone, .digits, .engineNumber,
      .documentNumber, .documentType, .countryCode:
      halfWidth(printed).uppercased().trimmingMarks
    case .drivingClass: DrivingClass.normalForm(of: halfWidth(printed))
    case .vin: VehicleIdentification.normalForm(of: halfWidth(printed).uppercased().trimmingMarks)
    case .plateNumber:
      PlateNumber.normalForm(
        of: halfWidth(printed).replacing("l", with: "1").uppercased().trimmingMarks)
    case .sex, .sexOfPassport: PrintedSex.value(in: halfWidth(printed).uppercased())
    case .country, .bilingual: BilingualEntry.value(in: halfWidth(raw))
    case .latinName: LatinName.normalForm(of: halfWidth(raw))
    case .mrz: printed.uppercased()
    case .vehicleModel: VehicleModel.normalForm(of: printed)
    case .scope: Scope.normalForm(of: printed)
    case .text, .name, .ethnicity, .address, .company, .capital, .authority, .period: printed
    }
  }

  /// Full-width forms (U+FF01 to U+FF5E) as their half-width twins.
  static func halfWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0xFF01...0xFF5E).contains(scalar.value)
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
  }

}

extension String {
  var halfWidthCharacters: [Character] { Array(NormalForm.halfWidth(self)) }

  /// A colon after the label is easily taken for a hyphen before the number.
  fileprivate var trimmingMarks: String {
    let isMark: (Character) -> Bool = { "-.:·".contains($0) }
    return String(String(drop(while: isMark)).reversed().drop(while: isMark).reversed())
  }
}
