package import Foundation

extension CaseEvent {
  /// Something about how the papers came in that a person should know.
  package static func notice(_ problem: Problem, at now: Date) -> CaseEvent {
    CaseEvent(
      at: now.formatted(.iso8601), by: machine, what: "noticed", detail: problem.code)
  }

  /// What the program did itself.
  package static let machine = "kanhe"
}

extension CaseRecord {
  /// Whether something was noticed that no person has looked at since.
  package var hasUnseenNotice: Bool {
    guard let notice = events.lastIndex(where: { $0.what == "noticed" }) else { return false }
    return !events[notice...].contains(where: \.isLookAtThePapers)
  }
}

extension CaseEvent {
  /// Only who has the papers before them confirms, rejects or defers. Whoever has a job done again after an outage, hands a
  /// result over or revokes one has not looked.
  fileprivate var isLookAtThePapers: Bool {
    by != Self.machine && ["confirmed", "rejected", "deferred"].contains(what)
  }
}
