import Cases

/// What a printed value is made of: how it is read best and what its normal form is.
package enum FieldType: String, Sendable, Decodable {
  case text, name, sex, ethnicity, address, company, capital, scope, authority, choice
  case date, period
  case idNumber = "id_number"
  case creditCode = "credit_code"
  case phone, digits, serial
  case plateNumber = "plate_number"
  case vin
  case engineNumber = "engine_number"
  case vehicleModel = "vehicle_model"
  case drivingClass = "driving_class"
  /// A country by its Chinese name.
  case country
  /// Three letters.
  case countryCode = "country_code"
  case documentType = "document_type"
  case documentNumber = "document_number"
  case latinName = "latin_name"
  /// 四川/SICHUAN: the same in Chinese and in Latin letters, or in Latin letters alone.
  case bilingual
  /// 女/F, or F alone.
  case sexOfPassport = "sex_of_passport"
  /// 12 6月/JUN 1997 or 02 JUL 1966.
  case dayOfPassport = "day_of_passport"
  /// A line of a machine readable zone: found by its look and read with the other one.
  case mrz

  /// The least probability where the kind's file says nothing. Lower for types of which the form is looked at as well: an
  /// address must begin with a division, a model must be unmistakable, places and offices must be on their lists. When it was
  /// chosen, 3 of 1,476 readings above it on which two readers agreed were wrong, each of a form that is never accepted: a
  /// name of 22 characters, an entity's type and a place that are on no list.
  var usuallyAcceptedFrom: Double {
    switch self {
    case .vehicleModel: 0.95
    case .address: 0.96
    case .company, .bilingual, .country: 0.97
    default: 0.985
    }
  }

  private static let figures = "0123456789"
  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  /// How such a value is read once it is known where it stands; nil where the first reading is as good.
  ///
  /// Debian's `chi_sim` reads the digits of ID numbers and dates better than `eng`; codes with letters are the other
  /// way round (measured).
  var hint: LineHint? {
    switch self {
    case .idNumber: LineHint(script: .digits, alphabet: Self.figures + "X")
    case .phone, .digits: LineHint(script: .digits, alphabet: Self.figures + "-")
    case .date: LineHint(script: .digits, alphabet: Self.figures + "年月日.-/")
    case .period: LineHint(script: .digits, alphabet: Self.figures + "年月日至长期.-/")
    case .dayOfPassport:
      LineHint(script: .digits, alphabet: Self.figures + "月/" + PassportMonth.letters)
    case .creditCode: LineHint(script: .code, alphabet: CreditCode.alphabet)
    case .vin: LineHint(script: .registrationCode, alphabet: VehicleIdentification.alphabet)
    case .plateNumber: LineHint(script: .han, alphabet: PlateNumber.alphabet)
    // With an alphabet a 1 that looks like an l is left out, and C1 becomes C, which is a class as well.
    case .drivingClass: LineHint(script: .code)
    case .serial, .engineNumber:
      LineHint(script: .code, alphabet: Self.figures + Self.letters + "-")
    case .documentNumber: LineHint(script: .code, alphabet: Self.figures + Self.letters)
    case .countryCode, .documentType: LineHint(script: .code, alphabet: Self.letters)
    case .latinName: LineHint(script: .latin, alphabet: Self.letters + ",'- ")
    case .mrz: LineHint(script: .mrz, alphabet: MRZ.alphabet)
    case .sex: LineHint(script: .han, alphabet: "男女")
    case .sexOfPassport: LineHint(script: .han, alphabet: "男女/MF")
    case .text, .name, .ethnicity, .address, .company, .capital, .scope, .authority, .choice,
      .vehicleModel, .country, .bilingual:
      nil
    }
  }

  /// Whether it is so short that layout analysis may overlook it where it stands alone.
  var isShort: Bool {
    switch self {
    case .name, .sex, .sexOfPassport, .documentType, .countryCode, .drivingClass: true
    default: false
    }
  }

  /// Whether it is accepted only where a machine-readable zone says the same.
  var isOfPassport: Bool {
    switch self {
    case .countryCode, .documentType, .documentNumber, .latinName, .bilingual,
      .sexOfPassport, .dayOfPassport:
      true
    default: false
    }
  }

  /// The list in `Models/codes/` that every such value is on.
  var codes: String? {
    switch self {
    case .sex, .sexOfPassport: "sex"
    case .ethnicity: "ethnicity"
    default: nil
    }
  }
}
