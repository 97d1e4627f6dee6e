import Cases
import FolderWatching
import Foundation
import Store

/// Puts one side of a card to the other where they came as two files, waits for it, or lets the paper go on by itself.
///
/// Whoever finds that a run of cards has ended settles all of it in one transaction; whoever of the run comes after that has
/// nothing to do.
struct PairStage: CaseStage {
  let office: CaseOffice
  let watch: StepWatch

  func work(on job: Job) async throws -> StageOutcome {
    guard let claim = try office.claim(of: job.caseID),
      let seconds = claim.handling.pairingSeconds
    else { return StageOutcome { _ in [NewJob(.conclude, after: job)] } }
    let side = SidedPaper.Side(try office.store.readings(of: job.caseID))
    watch.reached(.sided)
    return StageOutcome { [store = office.store] session in
      guard let rows = try store.setCardSide(side.rawValue, of: job.caseID, in: session) else {
        return []
      }
      let pairing = SidePairing.pairs(
        among: rows.map(SidedPaper.init), within: seconds, now: try session.now)
      var jobs = try store.settle(pairing, rows, session).map {
        NewJob(.conclude, of: $0, in: $0, job.lane, due: job.due)
      }
      let isOpen = rows.contains { $0.caseID == job.caseID && $0.isOpen }
      if side == .other, isOpen { jobs.append(NewJob(.conclude, after: job)) }
      if pairing.waiting.contains(job.caseID), side != .other {
        jobs.append(
          NewJob(
            .pair, of: job.caseID, in: job.caseID, job.lane, due: job.due, delay: pairing.wait))
      }
      return jobs
    }
  }
}

extension CaseStore {
  /// - Returns: the cases that go on.
  fileprivate func settle(
    _ pairing: SidePairing, _ rows: [CardSideRow], _ session: any SQLSession
  ) throws -> [String] {
    let now = Date()
    var goingOn = pairing.alone + pairing.unclear
    for id in pairing.unclear {
      try append(.notice(.sidesUnclear, at: now), to: id, in: session)
    }
    for pair in pairing.pairs {
      let first = rows.first { $0.caseID == pair.front || $0.caseID == pair.back }
      let caseID = first?.caseID ?? pair.front
      try join(front: pair.front, back: pair.back, into: caseID, at: now, in: session)
      goingOn.append(caseID)
    }
    try settleCardSides(
      pairing.pairs.flatMap { [$0.front, $0.back] } + pairing.alone + pairing.unclear
        + pairing.passed, in: session)
    return goingOn
  }
}

extension SidedPaper {
  /// A paper whose case is a person's by now is no side to wait for.
  fileprivate init(_ row: CardSideRow) {
    self.init(
      id: row.caseID, side: row.isOpen ? Side(rawValue: row.side) ?? .other : .other,
      completed: row.completed, arrived: row.arrivedAt)
  }
}

extension SidedPaper.Side {
  /// A side is a paper with one side of a card on it and nothing else.
  fileprivate init(_ readings: [FileReading]) {
    guard readings.count == 1, readings[0].documents.count == 1, readings[0].error == nil,
      !readings[0].warnings.contains(where: { $0.code == .notADocument })
    else {
      self = .other
      return
    }
    switch readings[0].documents[0].kind {
    case "resident_id_front": self = .front
    case "resident_id_back": self = .back
    default: self = .other
    }
  }
}
