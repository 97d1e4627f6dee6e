/// 品牌型号: a brand, 牌, and a model code as GB/T 9417-1988 and its successors compose it: two to four letters of the maker,
/// four or five digits, and letters and digits of the maker's own.
enum VehicleModel {
  /// With digits for the letters of the same shape that stand where digits do; what follows is left as it was read.
  static func normalForm(of text: String) -> String {
    guard let match = text.wholeMatch(of: /(.+牌[A-Z]{2,4})([0-9OI]{4})([A-Z0-9]*)/) else {
      return text
    }
    let digits = match.2.map { $0 == "O" ? "0" : $0 == "I" ? "1" : $0 }
    return String(match.1) + String(digits) + String(match.3)
  }

  /// Whether it has that form and, before and after the digits, nothing that is taken for something else of the same shape. A
  /// fifth digit may as well be a letter of the tail.
  static func isUnmistakable(_ text: String) -> Bool {
    guard let match = text.wholeMatch(of: /[^A-Z0-9]+牌[A-HJ-NP-Z]{2,4}[0-9]{4}([A-Z0-9]*)/) else {
      return false
    }
    return !match.1.contains { "0OQDI1L".contains($0) }
  }
}
