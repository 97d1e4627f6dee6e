/// 统一社会信用代码, GB 32100-2015: 17 characters and a check character, weights 3^i modulo 31.
package enum CreditCode {
  /// Without I, O, S, V and Z.
  package static let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

  package static func isValid(_ text: String) -> Bool {
    let alphabet = Array(alphabet.utf8)
    let values = text.utf8.compactMap { alphabet.firstIndex(of: $0) }
    guard values.count == 18, text.utf8.count == 18 else { return false }
    var weight = 1
    var sum = 0
    for value in values.prefix(17) {
      sum += value * weight
      weight = weight * 3 % 31
    }
    return values[17] == (31 - sum % 31) % 31
  }
}
