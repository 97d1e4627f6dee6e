/// Machine readable zones, ICAO Doc 9303-3, section 4, and 9303-4, section 4.2 (TD3: two lines of 44 characters).
package enum MRZ {
  package static let alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
  /// Characters of a line of TD3.
  package static let length = 44
  static let filler: Character = "<"

  /// What a character counts in a check digit; nil for one that no zone has.
  static func value(of character: Character) -> Int? {
    guard let code = character.asciiValue else { return nil }
    return switch code {
    case 0x30...0x39: Int(code) - 0x30
    case 0x41...0x5A: Int(code) - 0x41 + 10
    case 0x3C: 0
    default: nil
    }
  }

  /// The check digit over characters, weights 7, 3, 1 (9303-3, section 4.9); nil where one of them is none of a zone.
  package static func checkDigit(over characters: some Sequence<Character>) -> Int? {
    var sum = 0
    for (index, character) in characters.enumerated() {
      guard let value = value(of: character) else { return nil }
      sum += value * [7, 3, 1][index % 3]
    }
    return sum % 10
  }
}
