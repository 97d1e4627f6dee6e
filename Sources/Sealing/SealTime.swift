package import Foundation

/// The time of sealing as `/M` says it, `D:20261123042303+00'00'` (ISO 32000-1, 7.9.4), always UTC.
package enum SealTime {
  package static func written(_ date: Date) -> String {
    let parts = utc.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    let numbers = [parts.month, parts.day, parts.hour, parts.minute, parts.second]
    let digits = numbers.map { ($0 ?? 0) < 10 ? "0\($0 ?? 0)" : "\($0 ?? 0)" }.joined()
    return "D:\(parts.year ?? 0)\(digits)+00'00'"
  }

  /// nil for anything that `written` does not write.
  package static func read(_ text: String) -> Date? {
    let digits = Array(text.utf8)
    guard digits.count == 23, digits[2..<16].allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1 - 48) }
    }
    let parts = DateComponents(
      year: number(2..<6), month: number(6..<8), day: number(8..<10), hour: number(10..<12),
      minute: number(12..<14), second: number(14..<16))
    guard let date = utc.date(from: parts), written(date) == text else { return nil }
    return date
  }

  private static let utc: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}
