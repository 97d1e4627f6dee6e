/// Digits and capital letters of the same shape, which readers take for one another.
enum Lookalikes {
  private static let digits: [Character: Character] = [
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8",
  ]
  private static let letters: [Character: Character] = [
    "0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B",
  ]

  /// The letter for a digit or the digit for a letter, where each is taken for the other.
  static func twin(of character: Character) -> Character? {
    if let letter = letters[character] { return letter }
    return digits[character].flatMap { letters[$0] == character ? $0 : nil }
  }

  /// The digit that a letter may be; nil where it resembles none.
  static func digit(for character: Character) -> Character? { digits[character] }

  /// The letter that a digit may be; nil where it resembles none.
  static func letter(for character: Character) -> Character? { letters[character] }
}
