import Cases

/// What the two lines of a passport's machine readable zone say, in normal form; nil what they leave open or what is
/// no such thing. Nothing of it is taken from elsewhere.
struct TD3Facts: Sendable, Equatable {
  let documentType: String
  let issuingState: String
  /// Primary and secondary identifier, `ERIKSSON, ANNA MARIA`.
  let name: String?
  /// Whether the name fills its line, so that it may have been cut off.
  let mayBeTruncated: Bool
  let documentNumber: String
  let nationality: String
  let birthDate: CalendarDay?
  /// 男 or 女; nil where it is not stated.
  let sex: String?
  let expiryDate: CalendarDay?
  let personalNumber: String?

  /// Nil where a line has not 44 characters. `today` decides the century of a birth date.
  init?(line1: String, line2: String, today: CalendarDay) {
    let (one, two) = (Array(line1), Array(line2))
    guard one.count == MRZ.length, two.count == MRZ.length else { return nil }
    func text(_ part: Range<Int>, of line: [Character]) -> String {
      String(line[part]).trimmingFillers
    }
    documentType = text(TD3.First.documentType, of: one)
    issuingState = text(TD3.First.issuingState, of: one)
    name = MRZName.name(in: String(one[TD3.First.name]))
    mayBeTruncated = one[MRZ.length - 1] != MRZ.filler
    documentNumber = text(TD3.Second.documentNumber, of: two)
    nationality = text(TD3.Second.nationality, of: two)
    birthDate = MRZDate.birth(two[TD3.Second.birthDate], today: today)
    sex = ["M": "男", "F": "女"][String(two[TD3.Second.sex])]
    expiryDate = MRZDate.expiry(two[TD3.Second.expiryDate], today: today)
    let optional = text(TD3.Second.optionalData, of: two)
    personalNumber = optional.isEmpty ? nil : optional
  }
}

extension String {
  /// Without the fillers at the end.
  var trimmingFillers: String {
    String(reversed().drop { $0 == MRZ.filler }.reversed())
  }
}
