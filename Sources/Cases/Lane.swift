/// Who waits for papers: somebody at the counter, or nobody.
package enum Lane: String, Sendable, Codable, CaseIterable, Comparable {
  case walkIn = "walk-in"
  case batch

  /// Walk-in papers come first.
  package static func < (one: Lane, other: Lane) -> Bool { one == .walkIn && other == .batch }
}
