import Cases

/// What a printed value is made of: how it is read best and what its normal form is.
package enum FieldType: String, Sendable, Decodable {
  case text, name, sex, ethnicity, address, company, capital, scope, authority, choice
  case date, period
  case idNumber = "id_number"
  case creditCode = "credit_code"
  case phone, digits, serial

  /// How such a value is read once it is known where it stands; nil where the first reading is as good.
  ///
  /// Debian's `chi_sim` reads the digits of ID numbers and dates better than `eng`; codes with letters are the other
  /// way round (measured).
  var hint: LineHint? {
    switch self {
    case .idNumber: LineHint(script: .digits, alphabet: "0123456789X")
    case .phone, .digits: LineHint(script: .digits, alphabet: "0123456789-")
    case .date: LineHint(script: .digits, alphabet: "0123456789年月日.-/")
    case .period: LineHint(script: .digits, alphabet: "0123456789年月日至长期.-/")
    case .creditCode: LineHint(script: .code, alphabet: CreditCode.alphabet)
    case .serial: LineHint(script: .code, alphabet: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-")
    case .sex: LineHint(script: .han, alphabet: "男女")
    case .text, .name, .ethnicity, .address, .company, .capital, .scope, .authority,
      .choice:
      nil
    }
  }

  /// How it is read, in order, until its own check passes: the better model first.
  var hints: [LineHint] {
    guard let hint else { return [] }
    switch self {
    case .date, .period: return [hint, LineHint(script: .han)]
    case .sex: return [hint]
    default:
      let other: LineHint.Script = hint.script == .code ? .digits : .code
      return [hint, LineHint(script: other, alphabet: hint.alphabet)]
    }
  }

  /// Whether the reading of the whole page is taken first. An alphabet helps digits, but between 年 and 月 it makes
  /// digits of everything (measured).
  var isReadWithItsLabel: Bool { self == .date || self == .period || self == .sex }

  /// The list in `Models/codes/` that every such value is on.
  var codes: String? {
    switch self {
    case .sex: "sex"
    case .ethnicity: "ethnicity"
    default: nil
    }
  }

  /// Two errors can cancel out in a check digit (measured: 12045277 read as 12034527 passes), so that a value with
  /// one is read by both models.
  var hasCheckDigit: Bool { self == .idNumber || self == .creditCode }
}
