import Cases
import Foundation

/// Quantities: `80`, `80.00`, `1,280平方米`. A unit must be one of those known here, so that 元 is never 万元.
struct SameNumber: Comparator {
  private static let units = ["平方米", "㎡", "m²", "元", "人", "间"]

  func normal(_ text: String) -> String? {
    var text = text.inHalfWidth.withoutLayoutSpaces
    let unit = Self.units.first { text.hasSuffix($0) }
    if let unit { text.removeLast(unit.count) }
    text.removeAll { $0 == "," }
    guard text.wholeMatch(of: /[0-9]{1,15}(\.[0-9]{1,6})?/) != nil,
      let number = Decimal(string: text)
    else { return nil }
    let area = ["㎡", "m²"].contains(unit) ? "平方米" : unit
    return "\(number)\(area ?? "")"
  }
}
