/// Check characters of the numbers that documents carry.
package enum CheckCharacters {
  /// GB 11643-1999 (ISO 7064 MOD 11-2) of the first 17 digits of an ID number.
  package static func idNumber(_ body: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return String(Array("10X98765432")[sum % 11])
  }

  /// GB 11714-1997 of the first 8 characters of an organisation code.
  package static func organisationCode(_ body: String) -> String {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let check = 11 - weightedSum(body, weights, alphabet) % 11
    return check == 10 ? "X" : check == 11 ? "0" : String(check)
  }

  /// GB 32100-2015 of the first 17 characters of a credit code: weights 3^i mod 31.
  package static func creditCode(_ body: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    let weights = (0..<17).reduce(into: [Int]()) { list, _ in
      list.append(list.last.map { $0 * 3 % 31 } ?? 1)
    }
    return String(alphabet[(31 - weightedSum(body, weights, alphabet) % 31) % 31])
  }

  /// ICAO Doc 9303-3, 4.9: weights 7, 3, 1, letters from A as 10, the filler as 0, modulo 10.
  package static func machineReadable(_ text: String) -> String {
    let sum = text.utf8.enumerated().reduce(0) { sum, item in
      let value =
        switch item.element {
        case 0x30...0x39: Int(item.element) - 0x30
        case 0x41...0x5a: Int(item.element) - 0x41 + 10
        default: 0
        }
      return sum + value * [7, 3, 1][item.offset % 3]
    }
    return String(sum % 10)
  }

  /// ISO 3779 position 9 of a 17-character VIN, which holds anything there (49 CFR 565.15: sum modulo 11, 10 is X).
  package static func vehicle(_ number: String) -> String {
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
    let letters = Dictionary(
      uniqueKeysWithValues: zip(
        "ABCDEFGHJKLMNPRSTUVWXYZ",
        [
          1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9,
        ]))
    let sum = zip(number, weights).reduce(0) {
      $0 + ($1.0.wholeNumberValue ?? letters[$1.0] ?? 0) * $1.1
    }
    return String(Array("0123456789X")[sum % 11])
  }

  private static func weightedSum(_ body: String, _ weights: [Int], _ alphabet: [Character]) -> Int
  {
    zip(body, weights).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
  }
}
