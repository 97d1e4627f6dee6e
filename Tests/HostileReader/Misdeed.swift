/// What a taken-over reader may try. Each gives `held` with errno, or `escaped`.
enum Misdeed {
  typealias Deed = @Sendable (Order) -> String

  static let all: [String: Deed] = network.merging(files) { $1 }.merging(processes) { $1 }
    .merging(kernel) { $1 }.merging(greed) { $1 }

  /// What a call came to.
  static func outcome(_ result: Int, _ error: Int32) -> String {
    result < 0 ? "held \(error)" : "escaped"
  }

  /// The first of several that got through.
  static func worst(_ outcomes: [String]) -> String {
    outcomes.first { $0 == "escaped" } ?? outcomes.first ?? "unknown"
  }
}
