import Cases
import Foundation

/// A condition of a matter, ready to be asked.
struct Question {
  enum Answer: Equatable { case holds, doesNot, unknown }

  let condition: Condition
  let path: FieldPath
  private let asksAge: Bool

  /// Nil where value, test and constant do not fit together.
  init?(_ condition: Condition) {
    let value = condition.value
    asksAge = value.hasPrefix("age(") && value.hasSuffix(")")
    guard let path = FieldPath(asksAge ? String(value.dropFirst(4).dropLast()) : value) else {
      return nil
    }
    self.path = path
    self.condition = condition
    guard isSound else { return nil }
  }

  /// The day is that of submission, in the hall's time.
  func answer(about value: String, on day: CalendarDay) -> Answer {
    guard asksAge else { return answer(about: value, day) }
    guard let age = CalendarDay(value)?.age(on: day), age >= 0 else { return .unknown }
    return answer(about: String(age), day)
  }

  private func answer(about value: String, _ day: CalendarDay) -> Answer {
    let constant = condition.constant ?? ""
    switch condition.test {
    case .equal: return Answer(plain(value) == plain(constant))
    case .unequal: return Answer(plain(value) != plain(constant))
    case .oneOf: return Answer(choices.contains(plain(value)))
    case .noneOf: return Answer(!choices.contains(plain(value)))
    case .less: return Answer(ordered(value, constant).map { $0 < $1 })
    case .atMost: return Answer(ordered(value, constant).map { $0 <= $1 })
    case .more: return Answer(ordered(value, constant).map { $0 > $1 })
    case .atLeast: return Answer(ordered(value, constant).map { $0 >= $1 })
    case .validOnSubmission:
      if value == "long_term" { return .holds }
      return Answer(CalendarDay(value).map { day <= $0 })
    case .begunOnSubmission:
      return Answer(CalendarDay(value).map { $0 <= day })
    }
  }

  private var isSound: Bool {
    switch condition.test {
    case .equal, .unequal, .oneOf, .noneOf:
      condition.constant?.isEmpty == false
    case .less, .atMost, .more, .atLeast:
      condition.constant.flatMap(Self.number) != nil
    case .validOnSubmission, .begunOnSubmission:
      condition.constant == nil && !asksAge
    }
  }

  private var choices: [String] {
    (condition.constant ?? "").split(separator: "|").map { plain(String($0)) }
  }

  private func plain(_ text: String) -> String { text.inHalfWidth.withoutLayoutSpaces }

  private func ordered(_ left: String, _ right: String) -> (Decimal, Decimal)? {
    guard let left = Self.number(left), let right = Self.number(right) else { return nil }
    return (left, right)
  }

  /// `80`, `80.5`, `1,280平方米`; nil for anything that leaves the size open, such as `约80`.
  private static func number(_ text: String) -> Decimal? {
    let text = text.inHalfWidth.withoutLayoutSpaces.filter { $0 != "," }
    let shape = /([0-9]{1,15}(?:\.[0-9]{1,6})?)(?:平方米|㎡|m²|元|人|间|岁)?/
    guard let match = text.wholeMatch(of: shape) else { return nil }
    return Decimal(string: String(match.1))
  }
}

extension Question.Answer {
  fileprivate init(_ holds: Bool?) {
    switch holds {
    case true?: self = .holds
    case false?: self = .doesNot
    case nil: self = .unknown
    }
  }
}
