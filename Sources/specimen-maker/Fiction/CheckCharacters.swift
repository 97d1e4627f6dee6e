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

  private static func weightedSum(_ body: String, _ weights: [Int], _ alphabet: [Character]) -> Int
  {
    zip(body, weights).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
  }
}
