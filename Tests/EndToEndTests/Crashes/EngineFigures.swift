import Cases
import Foundation
import Store
import Testing

/// Not a test of right and wrong: prints what the engine costs. Runs where KANHE_MEASURE is set, on a machine that does
/// nothing else.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KANHE_MEASURE"] != nil))
struct EngineFigures {
  private static let papers = 60

  /// The lightest paper that is read from a picture, and a heavy one: what the engine costs is the same for both.
  enum Paper: String, CaseIterable, Sendable {
    case card = "04-public-place-approved/id-front.jpg"
    case licence = "04-public-place-approved/licence.jpg"
  }

  @Test(arguments: Paper.allCases) func costOfTheEngineAndOfASecondWorker(_ paper: Paper)
    async throws
  {
    var seconds: [Int: Double] = [:]
    for readers in [1, 2, 1, 2] {
      let folder = try ScratchFolder()
      let service = try await KanheService(
        data: folder.path("data"), environment: ["KANHE_READER_COUNT": "\(readers)"])
      // The first paper starts the readers.
      _ = try await read(4, of: paper, by: service)
      let before = ticks(of: service)
      let time = try await read(Self.papers, of: paper, by: service)
      let after = ticks(of: service)
      let share = Double(after.own - before.own) / Double(after.readers - before.readers)
      print(
        "engine: \(paper), \(readers) readers, \(Self.papers) pictures in \(time) s; "
          + "CPU of the service \(share * 100) % of that of reading")
      seconds[readers] = min(seconds[readers] ?? .infinity, time)
      _ = try await service.terminate()
    }
    if let one = seconds[1], let two = seconds[2] {
      print("engine: \(paper), two are \(one / two) × one")
    }
  }

  @Test(arguments: CrashBackend.allCases)
  func timeUntilSomebodyElseGoesOn(on backend: CrashBackend) async throws {
    for _ in 0..<3 {
      let hall = try await MortalHall(backend, lease: 6)
      try hall.revive(dyingAt: "claimed")
      let id = try await hall.accepted(try #require(try Applications(4).all.last))
      let start = ContinuousClock.now
      _ = try await hall.settled(within: .seconds(60))
      print(
        "engine: \(backend.rawValue), \(try hall.record(of: id).state) \(ContinuousClock.now - start) after a death"
      )
    }
  }

  /// Seconds until so many pictures that nobody has seen before are read and filed.
  private func read(_ count: Int, of paper: Paper, by service: KanheService) async throws -> Double
  {
    let picture = try KanheProgram.samples.appendingPathComponent(paper.rawValue).bytes
    let start = ContinuousClock.now
    var ids: [String] = []
    for _ in 0..<count {
      let application = Applications.Application(
        key: UUID().uuidString, matter: nil, files: [("card.jpg", marked(picture))])
      ids.append(try #require(await application.post(to: service.client)))
    }
    // Papers are read in their order. Who asks all the time measures the asking.
    while let last = ids.last, try await !isFiled(last, by: service) {
      try await Task.sleep(for: .milliseconds(250))
    }
    for id in ids {
      let isDone = try await eventuallyAsync(within: .seconds(300)) {
        try await isFiled(id, by: service)
      }
      try #require(isDone)
    }
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func isFiled(_ id: String, by service: KanheService) async throws -> Bool {
    try await service.client.get("/v1/cases/\(id)").text.contains("\"state\":\"filed\"")
  }

  /// A comment behind the start makes it another file that looks the same (ISO 10918-1, B.2.4.5).
  private func marked(_ jpeg: [UInt8]) -> [UInt8] {
    let comment = Array(UUID().uuidString.utf8)
    return jpeg.prefix(2) + [0xFF, 0xFE, 0, UInt8(comment.count + 2)] + comment + jpeg.dropFirst(2)
  }

  private func ticks(of service: KanheService) -> (own: Int, readers: Int) {
    let readers = ChildProcess.all(of: service.id, marked: "reader")
    return (ChildProcess(id: service.id).ticks, readers.reduce(0) { $0 + $1.ticks })
  }
}
