/// The two lines of a TD3 passport's machine readable zone (ICAO Doc 9303-4, 4.2).
struct MachineReadableZone {
  var line1: String
  var line2: String

  /// `names` in Latin capitals; `code` up to three letters; dates YYMMDD.
  init(
    type: String, code: String, surname: String, given: String, number: String, nationality: String,
    birth: String, sex: String, expiry: String, optional: String
  ) {
    let names = Self.filled(surname) + "<<" + Self.filled(given)
    line1 = Self.fitted(Self.fitted(type, 2) + Self.fitted(code, 3) + names, 44)
    let document = Self.fitted(number, 9)
    let other = Self.fitted(optional, 14)
    // 9303-4 leaves the check digit of an empty field free: 0 or a filler.
    let otherDigit = optional.isEmpty ? "<" : CheckCharacters.machineReadable(other)
    let numbered = document + CheckCharacters.machineReadable(document)
    let born = birth + CheckCharacters.machineReadable(birth)
    let valid = expiry + CheckCharacters.machineReadable(expiry)
    let composite = CheckCharacters.machineReadable(
      numbered + born + valid + other + otherDigit)
    line2 =
      numbered + Self.fitted(nationality, 3) + born + sex + valid + other + otherDigit + composite
  }

  /// Hyphens and spaces are fillers, apostrophes fall away.
  private static func filled(_ name: String) -> String {
    String(name.filter { $0 != "'" }.map { $0 == " " || $0 == "-" ? "<" : $0 })
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    String((text + String(repeating: "<", count: width)).prefix(width))
  }
}
