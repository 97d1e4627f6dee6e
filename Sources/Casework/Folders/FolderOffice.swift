package import Cases
package import FolderWatching
import Foundation
import Store

/// Papers from watched folders: each claim a row, each submission a transaction.
package struct FolderOffice: PaperOffice {
  let reception: Reception
  /// Where what comes of the cases goes.
  let out: String

  package init(_ reception: Reception, deliveringTo out: String) {
    self.reception = reception
    self.out = out
  }

  private var store: CaseStore { reception.office.store }

  package func claim(_ claim: PaperClaim) throws {
    try store.begin(
      PaperClaimRow(open: try Self.json(claim), id: claim.id, folder: claim.folder),
      files: claim.files.count)
  }

  package func accept(_ submission: WatchedSubmission) throws -> PaperReceipt {
    let claim = submission.claim
    if case .accepted(_, let receipt) = try standing(of: claim.id) { return receipt }
    // One after the other: a large case is never in memory whole.
    let papers = try submission.files.map { file in
      let bytes = try file.bytes()
      return NewSubmission.Paper(
        name: file.name.escaped, sha256: try reception.office.objects.put(bytes),
        bytes: bytes.count)
    }
    reception.watch.reached(.kept)
    let receipt = try store.database.write { session in
      let receipt = try accept(claim, papers, session)
      // Papers that were there before were counted then.
      try store.close(
        claim: claim.id, as: .accepted, try Self.json(receipt),
        caseID: receipt.duplicateOf == nil ? receipt.caseID : nil, in: session)
      return receipt
    }
    reception.watch.reached(.submitted)
    return receipt
  }

  private func accept(
    _ claim: PaperClaim, _ papers: [NewSubmission.Paper], _ session: any SQLSession
  ) throws -> PaperReceipt {
    var submission = NewSubmission(
      papers, matter: claim.matter, source: claim.source, counter: claim.counter,
      lane: claim.lane, papersPerMinute: reception.office.policy.papersPerMinute,
      sameContentIsSamePaper: true, key: "folder \(claim.id)", deliverTo: out)
    submission.notices = claim.notices
    let now = Date()
    let receipt = try store.submit(submission, at: now, in: session)
    if claim.mayBeSide, receipt.duplicates == 0 {
      try store.addCardSide(
        SidedPaper.Side.unread.rawValue, of: receipt.caseID, counter: claim.counter,
        completed: claim.completed, in: session)
    }
    return PaperReceipt(
      claim: claim.id, caseID: receipt.caseID, acceptedAt: now.formatted(.iso8601),
      duplicateOf: receipt.duplicates == papers.count ? receipt.caseID : nil)
  }

  package func refuse(_ claim: PaperClaim, _ refusal: PaperRefusal) throws {
    try store.database.write { session in
      _ = try store.close(claim: claim.id, as: .refused, try Self.json(refusal), in: session)
    }
  }

  package func release(_ claim: PaperClaim, because problem: Problem) throws {
    try store.database.write { session in
      _ = try store.close(claim: claim.id, as: .released, nil, in: session)
    }
  }

  package func openClaims(of folder: String) throws -> [PaperClaim] {
    // One that does not decode must not hold up the others; its files are found in the claim folder, and that is logged.
    try store.openClaims(of: folder).compactMap { try? Self.value(of: $0.claim) }
  }

  package func standing(of claim: PaperClaim.ID) throws -> ClaimStanding {
    guard let row = try store.database.read({ try store.claim(claim, in: $0) }) else {
      return .unknown
    }
    switch row.state {
    case .released: return .unknown
    case .open: return .open(try Self.value(of: row.claim))
    case .accepted: return .accepted(try Self.value(of: row.claim), try Self.value(of: row.ending))
    case .refused: return .refused(try Self.value(of: row.claim), try Self.value(of: row.ending))
    }
  }

  package func pressure() throws -> OfficePressure {
    OfficePressure(waiting: try reception.office.queue.counts().waiting)
  }

  package func givenUp(of folder: String) throws -> [GivenUpPaper] {
    // One that does not decode must not hold up the others.
    try store.givenUpClaims(of: folder).compactMap { row, refusal in
      guard let claim: PaperClaim = try? Self.value(of: row.claim),
        let refusal: PaperRefusal = try? Self.value(of: refusal)
      else { return nil }
      return GivenUpPaper(claim: claim, refusal: refusal) {
        try claim.files.map { try reception.office.objects.get($0.sha256 ?? "") }
      }
    }
  }

  package func givenBack(_ claim: PaperClaim.ID) throws {
    try store.database.write { session in
      guard let caseID = try store.forgetGivenUp(claim: claim, in: session) else { return }
      let event = CaseEvent(
        at: Date().formatted(.iso8601), by: CaseEvent.machine, what: "given_back")
      try store.append(event, to: caseID, in: session)
    }
  }

  static func json(_ value: some Encodable) throws -> [UInt8] {
    Array(try JSONEncoder().encode(value))
  }

  static func value<Value: Decodable>(of json: [UInt8]?) throws -> Value {
    do { return try JSONDecoder().decode(Value.self, from: Data(json ?? [])) } catch {
      throw Problem.databaseFault("a claim does not decode")
    }
  }
}
