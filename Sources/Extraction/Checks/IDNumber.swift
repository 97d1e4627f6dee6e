import Cases

/// 公民身份号码, GB 11643-1999: six digits of a division, eight of the birth date, three of a sequence whose parity is
/// the sex, and a check character by ISO 7064 MOD 11-2.
package struct IDNumber {
  /// `2015-03-12`.
  package let birthDate: String
  /// 男 or 女.
  package let sex: String
  /// The code of the division in which the number was assigned, GB/T 2260.
  package let division: String
  package let birthYear: Int

  /// Nil where the check character, the form or the date is wrong.
  package init?(_ text: String) {
    let characters = Array(text.utf8)
    guard characters.count == 18 else { return nil }
    let digits = characters.prefix(17).map { Int($0) - 48 }
    guard digits.allSatisfy((0...9).contains), digits[0] > 0 else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let remainder = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
    guard characters[17] == Array("10X98765432".utf8)[remainder] else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard
      let date = CalendarDay(ofDocument: number(6..<10), number(10..<12), number(12..<14))
    else { return nil }
    birthDate = date.description
    birthYear = date.year
    division = String(text.prefix(6))
    sex = digits[16] % 2 == 1 ? "男" : "女"
  }
}
