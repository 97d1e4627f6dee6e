/// One side of a card that was scanned by itself.
package struct SidedPaper: Sendable, Equatable {
  package enum Side: Sendable, Equatable { case front, back }

  /// The claim's id.
  package let id: String
  package let side: Side
  /// `PaperClaim.completed`, in nanoseconds.
  package let completed: Int64

  package init(id: String, side: Side, completed: Int64) {
    self.id = id
    self.side = side
    self.completed = completed
  }
}

/// Fronts and backs of cards that belong together: those that were scanned directly after each other at one counter.
///
/// Nothing printed on the back of an identity card says whose it is. So two sides are paired only where the order
/// leaves no other way; where it does, all of them go to a person.
package struct SidePairing: Sendable, Equatable {
  package struct Pair: Sendable, Equatable {
    package let front: String
    package let back: String

    package init(front: String, back: String) {
      self.front = front
      self.back = back
    }
  }

  package private(set) var pairs: [Pair] = []
  /// Nothing came within the time before or after.
  package private(set) var alone: [String] = []
  /// More than one way to pair them: for a person.
  package private(set) var unclear: [String] = []
  /// Their other side may still come.
  package private(set) var waiting: [String] = []

  /// - Parameters:
  ///   - papers: the sides of one kind of card at one counter, in the counter's order.
  ///   - seconds: how long after the first side the second may come.
  ///   - now: nanoseconds, by the clock of `completed`.
  package static func pairs(among papers: [SidedPaper], within seconds: Int, now: Int64)
    -> SidePairing
  {
    var pairing = SidePairing()
    var rest = papers[...]
    while !rest.isEmpty {
      let run = firstRun(of: rest, within: seconds)
      rest = rest[run.endIndex...]
      if let last = run.last, isNear(last.completed, now, within: seconds) {
        pairing.waiting += run.map(\.id)
      } else {
        pairing.settle(run)
      }
    }
    return pairing
  }

  /// Papers that were each near the one before.
  private static func firstRun(of papers: ArraySlice<SidedPaper>, within seconds: Int)
    -> ArraySlice<SidedPaper>
  {
    let end = zip(papers.indices, papers.indices.dropFirst()).first { one, next in
      !isNear(papers[one].completed, papers[next].completed, within: seconds)
    }
    return papers[papers.startIndex..<(end?.1 ?? papers.endIndex)]
  }

  private static func isNear(_ one: Int64, _ other: Int64, within seconds: Int) -> Bool {
    let (window, isLong) = Int64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (distance, isFar) = other.subtractingReportingOverflow(one)
    return !isFar && (isLong || distance <= window)
  }

  /// A run is paired two by two where every pair begins with the same side, and nobody is left over.
  private mutating func settle(_ run: ArraySlice<SidedPaper>) {
    let papers = Array(run)
    if papers.count == 1 {
      alone += papers.map(\.id)
      return
    }
    let isRegular = papers.enumerated().allSatisfy { index, paper in
      (paper.side == papers[0].side) == (index % 2 == 0)
    }
    guard isRegular, papers.count % 2 == 0 else {
      unclear += papers.map(\.id)
      return
    }
    for index in stride(from: 0, to: papers.count, by: 2) {
      let two = [papers[index], papers[index + 1]].sorted { one, _ in one.side == .front }
      pairs.append(Pair(front: two[0].id, back: two[1].id))
    }
  }
}
