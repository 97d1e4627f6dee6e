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
    guard let claim = try office.claim(of: office.store.load(job.caseID)),
      let seconds = claim.handling.pairingSeconds
    else { return StageOutcome { [store = office.store] in try store.goOn(after: job, $0) } }
    let side = SidedPaper.Side(try office.store.readings(of: job.caseID))
    watch.reached(.sided)
    return StageOutcome { [store = office.store] session in
      guard let rows = try store.setCardSide(side.rawValue, of: job.caseID, in: session) else {
        return try store.goOn(after: job, session)
      }
      let pairing = try store.pairing(of: rows, by: claim, within: seconds, session)
      var jobs = try store.settle(pairing, rows, session).map {
        NewJob(.conclude, of: $0, in: $0, job.lane, due: job.due)
      }
      let isOpen = rows.contains { $0.caseID == job.caseID && $0.isOpen }
      if side == .other, isOpen { jobs.append(NewJob(.conclude, after: job)) }
      if let wait = pairing.waiting[job.caseID], side != .other {
        // What is to be read goes before who waits for it.
        jobs.append(
          NewJob(
            .pair, of: job.caseID, in: job.caseID, job.lane,
            due: wait.isForReading ? nil : job.due, delay: wait.milliseconds))
      }
      return jobs
    }
  }
}

extension CaseStore {
  /// A side that was settled by somebody else's job has its next one already, or its papers are in another case. Where it was
  /// settled while its case was a person's, nobody has taken in what was read since.
  fileprivate func goOn(after job: Job, _ session: any SQLSession) throws -> [NewJob] {
    try papersRead(of: job.caseID, session) ?? 0 > 0 ? [NewJob(.conclude, after: job)] : []
  }

  /// Whatever else was taken at the counter stands between the sides around it. It is looked for only once there are sides to
  /// be put together.
  fileprivate func pairing(
    of rows: [CardSideRow], by claim: PaperClaim, within seconds: Int, _ session: any SQLSession
  ) throws -> SidePairing {
    let (papers, now) = (rows.map(SidedPaper.init), try session.now)
    let pairing = SidePairing.pairs(among: papers, within: seconds, now: now)
    let sides = Set(pairing.pairs.flatMap { [$0.front, $0.back] } + pairing.unclear)
    if sides.isEmpty { return pairing }
    let others: [PaperClaim] = try claims(besides: sides, in: session).compactMap {
      try? FolderOffice.value(of: $0.claim)
    }
    return SidePairing.pairs(
      among: papers, within: seconds, now: now,
      apart: others.filter { $0.counter == claim.counter }.map(\.completed))
  }

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
  /// A paper whose case is a person's by now, or for whose case something else was handed in, is no side to wait for.
  fileprivate init(_ row: CardSideRow) {
    let mayBeSide = row.isOpen && row.isWholeCase
    self.init(
      id: row.caseID, side: mayBeSide ? Side(rawValue: row.side) ?? .other : .other,
      completed: row.completed,
      arrived: row.arrivedAt, matter: row.matter)
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
