import Cases
import Foundation

@testable import FolderWatching

/// An office that keeps everything in files, so that another process finds it again.
actor TestOffice: PaperOffice {
  struct Row: Codable, Equatable {
    enum State: String, Codable { case open, accepted, refused, released }
    var state: State
    let claim: PaperClaim
    var receipt: PaperReceipt?
    var refusal: PaperRefusal?
    let number: Int
  }

  struct Down: Error {}

  private let folder: URL
  private(set) var rows: [PaperClaim.ID: Row] = [:]
  /// Claims in the order in which they were accepted.
  private(set) var accepted: [PaperClaim.ID] = []
  /// Calls that fail before one succeeds.
  private var failures = 0
  private var failingSource: String?
  var waiting = 0

  init(in folder: URL) throws {
    self.folder = folder
    try FileManager.default.createDirectory(
      at: folder.appending(path: "objects"), withIntermediateDirectories: true)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where file.hasSuffix(".row") {
      let row = try JSONDecoder().decode(
        Row.self, from: Data(contentsOf: folder.appending(path: file)))
      rows[row.claim.id] = row
    }
    accepted = rows.values.filter { $0.state == .accepted }.sorted { $0.number < $1.number }
      .map(\.claim.id)
  }

  func claim(_ claim: PaperClaim) throws {
    try failIfTold(claim)
    guard rows[claim.id] == nil else { return }
    try keep(Row(state: .open, claim: claim, number: rows.count))
  }

  func accept(_ submission: WatchedSubmission) throws -> PaperReceipt {
    let claim = submission.claim
    guard var row = rows[claim.id] else { throw Down() }
    if let receipt = row.receipt { return receipt }
    try failIfTold(claim)
    if claim.source == failingSource { throw Down() }
    for (file, claimed) in zip(submission.files, claim.files) {
      try Data(try file.bytes()).write(
        to: folder.appending(path: "objects/\(claimed.sha256 ?? "")"), options: .atomic)
    }
    let same = rows.values.first {
      $0.state == .accepted && $0.claim.source == claim.source
        && $0.claim.files.map(\.sha256) == claim.files.map(\.sha256)
    }
    let receipt = PaperReceipt(
      claim: claim.id, caseID: same?.receipt?.caseID ?? "C-\(accepted.count + 1)",
      acceptedAt: "2026-11-23T00:00:00Z", duplicateOf: same?.receipt?.caseID)
    (row.state, row.receipt) = (.accepted, receipt)
    try keep(row)
    accepted.append(claim.id)
    return receipt
  }

  func refuse(_ claim: PaperClaim, _ refusal: PaperRefusal) throws {
    try failIfTold(claim)
    guard var row = rows[claim.id], row.state != .refused else { return }
    (row.state, row.refusal) = (.refused, refusal)
    try keep(row)
  }

  func release(_ claim: PaperClaim, because problem: Problem) throws {
    try failIfTold(claim)
    guard var row = rows[claim.id] else { return }
    row.state = .released
    try keep(row)
  }

  func openClaims(of folder: String) throws -> [PaperClaim] {
    rows.values.filter { $0.state == .open && $0.claim.folder == folder }
      .sorted { $0.number < $1.number }.map(\.claim)
  }

  func standing(of claim: PaperClaim.ID) throws -> ClaimStanding {
    guard let row = rows[claim] else { return .unknown }
    switch (row.state, row.receipt, row.refusal) {
    case (.open, _, _): return .open(row.claim)
    case (.accepted, .some(let receipt), _): return .accepted(row.claim, receipt)
    case (.refused, _, .some(let refusal)): return .refused(row.claim, refusal)
    default: return .unknown
    }
  }

  /// Claims that fail after they were accepted.
  private(set) var failedLater: [PaperClaim.ID: PaperRefusal] = [:]

  func giveUp(_ claim: PaperClaim.ID, because problem: Problem) {
    failedLater[claim] = PaperRefusal(claim: claim, problem: problem, attempt: 1)
  }

  func givenUp(of folder: String) throws -> [GivenUpPaper] {
    failedLater.compactMap { id, refusal -> GivenUpPaper? in
      guard let claim = rows[id]?.claim, claim.folder == folder else { return nil }
      let files = claim.files.map { object($0.sha256 ?? "") }
      return GivenUpPaper(claim: claim, refusal: refusal) {
        try files.map { bytes in
          guard let bytes else { throw Down() }
          return bytes
        }
      }
    }.sorted { (rows[$0.claim.id]?.number ?? 0) < (rows[$1.claim.id]?.number ?? 0) }
  }

  func givenBack(_ claim: PaperClaim.ID) throws { failedLater[claim] = nil }

  func pressure() throws -> OfficePressure {
    OfficePressure(waiting: waiting)
  }

  func fail(times: Int) { failures = times }
  func fail(source: String?) { failingSource = source }
  func wait(_ count: Int) { waiting = count }
  /// As a store does that was restored from an old backup.
  func forgetEverything() { rows = [:] }

  var acceptedClaims: [PaperClaim] { accepted.compactMap { rows[$0]?.claim } }
  var receipts: [PaperReceipt] { accepted.compactMap { rows[$0]?.receipt } }
  var refusals: [PaperRefusal] { rows.values.compactMap(\.refusal) }
  var givenUp: [PaperClaim.ID] { Array(failedLater.keys) }
  var openCount: Int { rows.values.count { $0.state == .open } }
  func object(_ sha256: String) -> [UInt8]? {
    (try? Data(contentsOf: folder.appending(path: "objects/\(sha256)"))).map { [UInt8]($0) }
  }

  func lose(_ claim: PaperClaim) throws {
    for file in claim.files {
      try FileManager.default.removeItem(at: folder.appending(path: "objects/\(file.sha256 ?? "")"))
    }
  }

  private func failIfTold(_ claim: PaperClaim) throws {
    guard failures > 0 else { return }
    failures -= 1
    throw Down()
  }

  private func keep(_ row: Row) throws {
    try JSONEncoder().encode(row)
      .write(to: folder.appending(path: "\(row.claim.id).row"), options: .atomic)
    rows[row.claim.id] = row
  }
}
