import Cases

/// Where the parts of a passport's two lines stand (ICAO Doc 9303-4, section 4.2.2); positions count from 0.
enum TD3 {
  /// What a position may hold.
  enum Position { case letter, letterOrFiller, digit, digitOrFiller, sex, any }

  enum First {
    static let documentType = 0..<2
    static let issuingState = 2..<5
    static let name = 5..<44

    static func position(_ index: Int) -> Position { index == 0 ? .letter : .letterOrFiller }
  }

  enum Second {
    static let documentNumber = 0..<9
    static let nationality = 10..<13
    static let birthDate = 13..<19
    static let sex = 20..<21
    static let expiryDate = 21..<27
    static let optionalData = 28..<42
    /// What the last digit checks: these, one after the other.
    static let composite = [0..<10, 13..<20, 21..<43]

    static func position(_ index: Int) -> Position {
      switch index {
      case 9, 19, 27, 43: .digit
      case nationality: .letterOrFiller
      case birthDate: .digitOrFiller
      case sex: .sex
      case expiryDate: .digit
      case 42: .digitOrFiller
      default: .any
      }
    }

    /// Whether a check digit covers a digit there, so that no other digit can stand in its place unseen.
    static func isCheckedDigit(_ index: Int) -> Bool {
      switch position(index) {
      case .digit, .digitOrFiller: true
      default: false
      }
    }
  }

  /// The parts of the second line with the positions of their check digits.
  private static let checked: [(part: Range<Int>, digit: Int)] = [
    (Second.documentNumber, 9), (Second.birthDate, 19), (Second.expiryDate, 27),
    (Second.optionalData, 42),
  ]

  /// Whether all five check digits of a second line are right.
  static func checksPass(_ line: [Character]) -> Bool {
    guard line.count == MRZ.length else { return false }
    let parts = checked.allSatisfy {
      checks(line[$0.part], by: line[$0.digit], isOptional: $0.digit == 42)
    }
    return parts && checks(Second.composite.flatMap { line[$0] }, by: line[43])
  }

  /// Whether the check digit of one part is right.
  static func checkPasses(of part: Range<Int>, in line: [Character]) -> Bool {
    guard line.count == MRZ.length, let found = checked.first(where: { $0.part == part }) else {
      return false
    }
    return checks(line[part], by: line[found.digit], isOptional: found.digit == 42)
  }

  /// Where there are no optional data, their check digit may be left out (9303-4, section 4.2.2.2, note).
  private static func checks(
    _ part: some Collection<Character>, by digit: Character, isOptional: Bool = false
  ) -> Bool {
    if digit == MRZ.filler { return isOptional && part.allSatisfy { $0 == MRZ.filler } }
    guard let expected = MRZ.checkDigit(over: part) else { return false }
    return digit == Character(String(expected))
  }
}
