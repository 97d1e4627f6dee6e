import Cases

/// One way to look at the print of a field.
enum Look: Equatable {
  /// What the reading of the whole page gave.
  case page
  /// Its lines again, with a model and an alphabet.
  case lines(LineHint)
  /// Character by character.
  case characters
  /// The same without the room beside the line, where that was cut into nothing that such a value can be: the more there is
  /// around print, the worse it is cut.
  case charactersClosely
  /// The figures of a date one group after the other, as a reading that may be right parts them: a model that has no 年 reads
  /// them as well.
  case groups(LineHint)

  /// Who looks: readers that share a model make the same mistake twice.
  enum Model: Hashable { case chinese, english, numbers, characters }

  /// Whether it needs a reading that may be right to begin with.
  var needsParts: Bool {
    if case .groups = self { return true }
    return false
  }

  var model: Model {
    switch self {
    case .page: .chinese
    case .characters, .charactersClosely: .characters
    case .lines(let hint), .groups(let hint):
      switch hint.script {
      case .han, .digits: .chinese
      case .code, .latin: .english
      case .idNumber, .registrationCode, .mrz: .numbers
      }
    }
  }
}

extension FieldType {
  /// How such a value is looked at, the best reader first. All of it is measured.
  ///
  /// An alphabet helps numbers, but between 年 and 月 it makes digits of everything: dates are first taken as the
  /// reading of the page gave them.
  var looks: [Look] {
    guard let alphabet = hint?.alphabet else { return [.page] }
    let digits = Look.lines(LineHint(script: .digits, alphabet: alphabet))
    let code = Look.lines(LineHint(script: .code, alphabet: alphabet))
    switch self {
    case .idNumber:
      return [
        .lines(LineHint(script: .idNumber, alphabet: alphabet)), .page, digits, code, .characters,
      ]
    case .creditCode, .vin:
      return [
        .lines(LineHint(script: .registrationCode, alphabet: alphabet)), code, digits, .characters,
      ]
    case .date, .period:
      let figures = "0123456789"
      return [
        .page, .characters, .charactersClosely,
        .groups(LineHint(script: .idNumber, alphabet: figures)),
        .groups(LineHint(script: .code, alphabet: figures)), .lines(LineHint(script: .han)), digits,
      ]
    case .dayOfPassport:
      return [.page, .characters, .lines(LineHint(script: .han)), digits]
    case .sex, .sexOfPassport: return [.page, .characters, digits]
    case .phone, .digits:
      return [digits, .lines(LineHint(script: .idNumber, alphabet: alphabet)), code, .page]
    case .plateNumber:
      return [
        .page, .characters, digits,
        .lines(LineHint(script: .registrationCode, alphabet: PlateNumber.serialAlphabet)),
        .lines(LineHint(script: .code, alphabet: PlateNumber.serialAlphabet)),
      ]
    case .engineNumber:
      return [
        code, digits, .lines(LineHint(script: .registrationCode, alphabet: alphabet)), .characters,
        .page,
      ]
    case .latinName: return [.lines(LineHint(script: .latin, alphabet: alphabet)), .page]
    case .drivingClass:
      return [.page, .characters, .lines(LineHint(script: .code, alphabet: DrivingClass.alphabet))]
    case .documentNumber, .documentType, .countryCode: return [code, .characters, .page]
    default: return hint?.script == .code ? [code, digits, .page] : [digits, code, .page]
    }
  }

  /// Whether nothing in the value tells that its first or last character was lost: it is looked at with the room beside it.
  var needsItsEnds: Bool {
    self == .engineNumber
  }

  /// Whether the next column's value may stand so near that it is taken in.
  var isOneWord: Bool { self == .documentType || self == .countryCode }

  /// Whether a lost first figure makes another value of it, and the box of a line may cut it off.
  var isOfFigures: Bool { self == .date || self == .period }

  /// Whether it is believed only where nothing at all is printed beside it.
  var mustStandAlone: Bool {
    self == .engineNumber || self == .digits || self == .vehicleModel
  }

  /// How many readers must agree: more where no check and no calendar would tell a wrong figure, for in small print two
  /// misread it alike.
  var votesNeeded: Int {
    switch self {
    case .phone, .digits: 3
    // All models of lines read O among figures as 0: the reader of characters must see the same.
    case .engineNumber: 4
    default: 2
    }
  }

  /// How many characters such a value has, where a check character says which of several it is.
  var length: Int? {
    switch self {
    case .idNumber, .creditCode: 18
    case .vin: 17
    default: nil
    }
  }

  /// Whether both the reader of lines and the reader of characters read such a value, character beside character.
  var isText: Bool {
    switch self {
    case .text, .name, .ethnicity, .address, .company, .capital, .scope, .authority,
      .vehicleModel, .country, .bilingual:
      true
    default: false
    }
  }
}
