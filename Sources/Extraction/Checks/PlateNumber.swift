/// 机动车号牌号码, GA 36-2018: province, letter of the issuing office, then five digits and at most two letters, never I or
/// O; six for new energy, where D, A, B, C, E (pure electric) or F, G, H, J, K begins the serial of a small vehicle or
/// ends that of a large one. 挂 (trailer), 学 (learner), 警 (police), 港 and 澳 end a serial of four.
package enum PlateNumber {
  private static let provinces: Set<Character> = Set(
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新")
  private static let letters: Set<Character> = Set("ABCDEFGHJKLMNPQRSTUVWXYZ")
  private static let digits: Set<Character> = Set("0123456789")
  private static let newEnergy: Set<Character> = Set("DABCEFGHJK")
  private static let endings: Set<Character> = Set("挂学警港澳")
  private static let offices = letters.union(["O"])

  /// Everything that a plate may show.
  static let alphabet = String(
    (provinces.union(letters).union(digits).union(endings)).union(["O"]).sorted())

  /// What stands behind the province.
  static let serialAlphabet = String((letters.union(digits)).union(["O"]).sorted())

  /// How a number agrees with the standard.
  package enum Form { case regular, unusual }

  /// Nil for what is no number of a plate at all; `unusual` where only the order of digits and letters in the serial
  /// is one that the standard does not give out.
  package static func form(of text: String) -> Form? {
    let characters = Array(text)
    guard characters.count >= 7, provinces.contains(characters[0]), offices.contains(characters[1])
    else { return nil }
    let serial = Array(characters[2...])
    let plain = serial.last.map(endings.contains) == true ? serial.dropLast() : serial[...]
    guard plain.allSatisfy({ digits.contains($0) || letters.contains($0) }) else { return nil }
    return switch serial.count {
    case 5: plain.count(where: letters.contains) <= 2 ? .regular : .unusual
    case 6 where plain.count == 6: isNewEnergy(serial) ? .regular : .unusual
    default: nil
    }
  }

  /// One letter first and a letter or digit beside it, or one letter last; else digits.
  private static func isNewEnergy(_ serial: [Character]) -> Bool {
    let isSmall = newEnergy.contains(serial[0]) && serial[2...].allSatisfy(digits.contains)
    let isLarge = newEnergy.contains(serial[5]) && serial[..<5].allSatisfy(digits.contains)
    return isSmall || isLarge
  }

  /// Whether a reader that has no Han characters read that plate: all of it behind the province, of which it may have made
  /// a character or two.
  static func isSerial(of plate: String, printed: String) -> Bool {
    let read = NormalForm.halfWidth(printed).uppercased().filter { $0.isLetter || $0.isNumber }
    let serial = String(plate.dropFirst())
    return (0...2).contains { normalForm(of: "_" + read.dropFirst($0)) == "_" + serial }
  }

  /// Without the dot between office and serial; digits for the letters that no serial has.
  static func normalForm(of text: String) -> String {
    let characters = text.filter { !"·.•・-".contains($0) }
    return String(
      characters.enumerated().map { index, character in
        switch character {
        case "I" where index >= 1: index == 1 ? character : "1"
        case "O" where index >= 2: "0"
        default: character
        }
      })
  }
}
