import Cases
import FolderWatching
import Foundation
import Intake
import MainPath
import ResultCodes
import Sealing
import Store
import TestDatabases
import Verification

@testable import Casework

/// The steps of cases over a real store, seal and models, without readers: tests say what was read.
final class StageHall: Sendable {
  let office: CaseOffice
  let store: CaseStore
  let queue: JobQueue
  private let folder: DataFolder
  private let folders: FolderOffice
  /// Of the database server; nil with SQLite.
  private let schema: String?

  /// The key of its watched folder.
  static let folderKey = "f"
  static let matter = "public_place_health_licence"
  static let counter = "3"

  private static let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
  private static let models = Result { try ModelLibrary.load(from: root.appending(path: "Models")) }

  init(onServer: Bool = false) throws {
    folder = try DataFolder.open(
      at: FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())"))
    schema = onServer ? try TestServer.makeSchema() : nil
    let server = try schema.map {
      try PostgreSQLDatabase(
        at: PostgreSQLAddress(TestServer.address(of: $0, on: TestServer.address)))
    }
    store = try CaseStore(in: folder, database: server)
    let authority = try SealAuthority.open(folder: folder.keys.appending(path: "seal"))
    let key = IssuingKey(isTest: true)
    let now = Date()
    let trust = TrustStore(authority).merged(
      with: TrustStore(issuingKeys: [
        TrustedIssuingKey(
          key.publicKey, notBefore: now.addingTimeInterval(-86_400).formatted(.iso8601),
          notAfter: now.addingTimeInterval(86_400).formatted(.iso8601), test: true)
      ]))
    let path = MainPath(
      readers: ReaderPool(
        ReaderLaunch(executable: "/dev/null", configuration: .codes), count: 1),
      limits: .standard, models: try Self.models.get(), reference: store,
      office: IssuingOffice(
        seal: authority.identity { _ in }, key: key,
        address: try PublicAddress("http://127.0.0.1:8080"), trust: trust))
    office = CaseOffice(
      store: store, objects: ObjectStore(in: folder, of: store), path: path)
    queue = office.queue
    folders = FolderOffice(Reception(office), deliveringTo: folder.out.path)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder.url)
    if let schema { try? TestServer.drop(schema) }
  }

  /// What the watcher does with files that are complete. A file's content is its name without what stands behind a dot.
  ///
  /// - Parameters:
  ///   - second: when they were complete.
  ///   - group: the sub-folder that they lay in.
  @discardableResult
  func accept(
    _ names: String..., handling: PaperHandling, at second: Int64 = 0, group: String? = nil,
    matter: String? = nil
  ) throws -> PaperReceipt {
    let claim = claim(names, handling, at: second, group, matter)
    try folders.claim(claim)
    let files = names.map { name in
      WatchedFile(name: PaperName(name)) { Self.content(name) }
    }
    return try folders.accept(WatchedSubmission(claim: claim, files: files))
  }

  /// And with one that cannot be used.
  func refuse(_ name: String, at second: Int64) throws {
    let claim = claim([name], PaperHandling(), at: second, nil, nil)
    try folders.claim(claim)
    try folders.refuse(claim, PaperRefusal(claim: claim.id, problem: .emptyFile, attempt: 1))
  }

  private func claim(
    _ names: [String], _ handling: PaperHandling, at second: Int64, _ group: String?,
    _ matter: String?
  ) -> PaperClaim {
    PaperClaim(
      id: UUID().uuidString, folder: Self.folderKey, source: "s", counter: Self.counter,
      lane: .walkIn, matter: matter, group: group.map { PaperName($0) },
      files: names.map { name in
        ClaimedFile(
          path: PaperPath(name: PaperName(name)), inode: 1, bytes: Self.content(name).count,
          modified: 0, sha256: ObjectStore.name(of: Self.content(name)), format: .jpeg)
      },
      markers: [], completed: second * 1_000_000_000, handling: handling, notices: [])
  }

  private static func content(_ name: String) -> [UInt8] {
    Array(name.prefix { $0 != "." }.utf8)
  }

  /// Papers that are handed in for a case that is there.
  func add(_ name: String, to caseID: String) throws {
    let content = Self.content(name)
    let paper = NewSubmission.Paper(
      name: name, sha256: try office.objects.put(content), bytes: content.count)
    _ = try store.submit(
      NewSubmission([paper], caseID: caseID, source: "http", lane: .walkIn), at: Date())
  }

  /// Does every job of a case that may be begun. The reading of a paper is the one of its name, else one page without
  /// anything on it.
  func run(_ caseID: String, _ readings: [String: FileReading] = [:]) async throws {
    while let job = try queue.claim(by: "w", of: caseID) {
      try queue.complete(job, storing: try await outcome(of: job, readings).store)
    }
  }

  func outcome(of job: Job, _ readings: [String: FileReading] = [:]) async throws -> StageOutcome {
    guard job.stage == .read else {
      return try await office.stage(job.stage, .none).work(on: job)
    }
    guard let paper = try store.document(job.subject) else { throw Problem.noSuchCase(job.subject) }
    var reading = readings[paper.name] ?? FileReading(file: paper.name, pages: 1)
    reading.sha256 = paper.sha256
    let claim = try office.claim(of: store.load(paper.caseID))
    return ReadStage(office: office, watch: .none).outcome(of: reading, paper, job, claim)
  }

  /// Whoever has the job next can do nothing with it; its case waits for a person.
  func putAside(_ caseID: String) throws -> Job? {
    guard let job = try queue.claim(by: "w", of: caseID) else { return nil }
    try queue.bury(job, because: .damagedObject("x")) { session in
      var record = try store.load(caseID, in: session)
      record.state = .review
      try store.save(record, in: session)
    }
    return job
  }

  /// An hour later nothing waits for another side any more.
  func letAnHourPass(for caseID: String) throws {
    try store.database.write {
      _ = try $0.execute("UPDATE cardSide SET arrivedAt = arrivedAt - 3600000")
    }
    try queue.hurry(caseID)
  }
}

extension FileReading {
  /// One side of a card.
  static func side(_ kind: String) -> FileReading {
    FileReading(
      file: kind, pages: 1,
      documents: [DocumentReading(kind: kind, kindProbability: 1, page: 1, fields: [:])])
  }

  static let front = side("resident_id_front")
  static let back = side("resident_id_back")
}
