/// 车辆识别代号: ISO 3779 (GB 16735-2019), 17 digits and letters without I, O and Q.
package enum VehicleIdentification {
  package static let alphabet = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"

  /// What each character counts in the check digit (GB 16735-2019, annex A; 49 CFR 565.15).
  private static let values: [Character: Int] = {
    var values: [Character: Int] = [:]
    for (value, digit) in "0123456789".enumerated() { values[digit] = value }
    for letters in ["ABCDEFGH", "JKLMN*P*R", "*STUVWXYZ"] {
      for (value, letter) in letters.enumerated() where letter != "*" { values[letter] = value + 1 }
    }
    return values
  }()
  private static let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

  /// Whether it has the form of a number: its length and its characters.
  package static func isWellFormed(_ text: String) -> Bool {
    text.count == 17 && text.allSatisfy { values[$0] != nil }
  }

  /// Whether the ninth character is the check digit of the others. Not every maker uses it: a number without one is
  /// no wrong number.
  package static func hasCheckDigit(_ text: String) -> Bool {
    let characters = Array(text)
    guard isWellFormed(text) else { return false }
    let sum = zip(characters, weights).reduce(0) { $0 + (values[$1.0] ?? 0) * $1.1 }
    let expected: Character = sum % 11 == 10 ? "X" : Character(String(sum % 11))
    return characters[8] == expected
  }

  /// With the digits that stand for letters which no number has.
  static func normalForm(of text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "I": "1"
        case "O", "Q": "0"
        default: character
        }
      })
  }
}
