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
  /// What it applies for, as its folder says.
  package let matter: String?

  package init(
    id: String, side: Side, completed: Int64, arrived: Int64, matter: String? = nil
  ) {
    self.matter = matter
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

  /// Why and how long papers are not settled yet.
  package struct Wait: Sendable, Equatable {
    /// Milliseconds after which it is worth looking again.
    package let milliseconds: Int64
    /// Nothing can come any more, but not all of it has been read. Whoever reads the last of it looks too, so this look is
    /// only for what is never read: it has no hurry.
    package let isForReading: Bool

    package init(milliseconds: Int64, isForReading: Bool) {
      self.milliseconds = milliseconds
      self.isForReading = isForReading
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
  package private(set) var waiting: [String: Wait] = [:]

  /// What a paper may take longer from the scanner to the store than the one before, in milliseconds.
  private static let slack: Int64 = 5_000
  private static let shortestWait: Int64 = 500
  /// So long for a run of few papers; the looks of all papers of a run together are ten in a second at most.
  private static let waitForReading: Int64 = 5_000

  /// - Parameters:
  ///   - papers: of one counter, in the counter's order.
  ///   - seconds: how long after the first side the second may come.
  ///   - now: milliseconds, by the clock of `arrived`. Two clocks are never compared.
  ///   - others: when whatever else was taken at the counter was completed, by the clock of `completed`.
  package static func pairs(
    among papers: [SidedPaper], within seconds: Int, now: Int64, apart others: [Int64] = []
  ) -> SidePairing {
    var pairing = SidePairing()
    var rest = papers[...]
    while !rest.isEmpty {
      let run = firstRun(of: rest, within: seconds)
      rest = rest[run.endIndex...]
      if let wait = wait(for: run, within: seconds, now: now) {
        for paper in run { pairing.waiting[paper.id] = wait }
      } else {
        pairing.settle(run, apart: others)
      }
    }
    return pairing
  }

  /// Nil where nothing more can come and all of it has been read.
  private static func wait(
    for run: ArraySlice<SidedPaper>, within seconds: Int, now: Int64
  ) -> Wait? {
    let left = timeLeft(of: run, within: seconds, now: now)
    if left > 0 { return Wait(milliseconds: max(left, shortestWait), isForReading: false) }
    guard run.contains(where: { $0.side == .unread }) else { return nil }
    return Wait(
      milliseconds: max(waitForReading, 100 * Int64(run.count)), isForReading: true)
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

  /// Milliseconds in which a paper may still come that belongs to the run. What came later than now came before the clock was
  /// set back.
  private static func timeLeft(
    of run: ArraySlice<SidedPaper>, within seconds: Int, now: Int64
  ) -> Int64 {
    let last = min(run.map(\.arrived).max() ?? now, now)
    let (age, isFar) = now.subtractingReportingOverflow(last)
    return isFar ? 0 : Int64(clamping: seconds) * 1_000 + slack - age
  }

  /// What is no side ends a row of sides: a front and a back with something else between them are no pair.
  private mutating func settle(_ run: ArraySlice<SidedPaper>, apart others: [Int64]) {
    for row in run.split(whereSeparator: { $0.side == .other }) {
      for part in row.divided(at: others) { settle(row: part) }
    }
    passed += run.filter { $0.side == .other }.map(\.id)
  }

  /// Sides in a row are paired two by two where every pair begins with the same side, all are for the same matter, and nobody
  /// is left over.
  private mutating func settle(row papers: [SidedPaper]) {
    if papers.count == 1 {
      alone += papers.map(\.id)
      return
    }
    let isRegular = papers.enumerated().allSatisfy { index, paper in
      (paper.side == papers[0].side) == (index % 2 == 0) && paper.matter == papers[0].matter
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

extension ArraySlice<SidedPaper> {
  /// Divided wherever something else was completed between one and the next.
  fileprivate func divided(at moments: [Int64]) -> [[SidedPaper]] {
    reduce(into: []) { parts, paper in
      guard let last = parts.last?.last,
        !moments.contains(where: { last.completed <= $0 && $0 <= paper.completed })
      else { return parts.append([paper]) }
      parts[parts.count - 1].append(paper)
    }
  }
}
