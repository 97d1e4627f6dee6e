/// A paper of a counter at which the two sides of a card come as two files.
package struct SidedPaper: Sendable, Equatable {
  package enum Side: String, Sendable {
    case front, back
    /// Something else, or nothing that can be read.
    case other
    /// What it shows is not known yet.
    case unread
  }

  /// Its case's.
  package let id: String
  package let side: Side
  /// `PaperClaim.completed`, in nanoseconds by the clock of the folder's file system.
  package let completed: Int64
  /// When it was accepted, in milliseconds by the clock of the store.
  package let arrived: Int64

  package init(id: String, side: Side, completed: Int64, arrived: Int64) {
    self.id = id
    self.side = side
    self.completed = completed
    self.arrived = arrived
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
  /// Nothing that could be their other side came within the time before or after.
  package private(set) var alone: [String] = []
  /// More than one way to pair them: for a person.
  package private(set) var unclear: [String] = []
  /// No sides, and no run needs them any more to know what lay between which sides.
  package private(set) var passed: [String] = []
  /// Their other side may still come, or is not read.
  package private(set) var waiting: [String] = []
  /// Milliseconds after which it is worth looking again.
  package private(set) var wait: Int64 = 0

  /// What a paper may take longer from the scanner to the store than the one before, in milliseconds.
  private static let slack: Int64 = 5_000
  private static let shortestWait: Int64 = 500

  /// - Parameters:
  ///   - papers: of one counter, in the counter's order.
  ///   - seconds: how long after the first side the second may come.
  ///   - now: milliseconds, by the clock of `arrived`. Two clocks are never compared.
  package static func pairs(among papers: [SidedPaper], within seconds: Int, now: Int64)
    -> SidePairing
  {
    var pairing = SidePairing()
    var rest = papers[...]
    while !rest.isEmpty {
      let run = firstRun(of: rest, within: seconds)
      rest = rest[run.endIndex...]
      let left = timeLeft(of: run, within: seconds, now: now)
      if left > 0 || run.contains(where: { $0.side == .unread }) {
        pairing.waiting += run.map(\.id)
        let wait = max(left, shortestWait)
        pairing.wait = pairing.wait == 0 ? wait : min(pairing.wait, wait)
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

  /// Milliseconds in which a paper may still come that belongs to the run.
  private static func timeLeft(
    of run: ArraySlice<SidedPaper>, within seconds: Int, now: Int64
  ) -> Int64 {
    let last = run.map(\.arrived).max() ?? now
    let (age, isFar) = now.subtractingReportingOverflow(last)
    return isFar ? 0 : Int64(clamping: seconds) * 1_000 + slack - age
  }

  /// What is no side ends a row of sides: a front and a back with something else between them are no pair.
  private mutating func settle(_ run: ArraySlice<SidedPaper>) {
    for row in run.split(whereSeparator: { $0.side == .other }) { settle(row: Array(row)) }
    passed += run.filter { $0.side == .other }.map(\.id)
  }

  /// Sides in a row are paired two by two where every pair begins with the same side, and nobody is left over.
  private mutating func settle(row papers: [SidedPaper]) {
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
