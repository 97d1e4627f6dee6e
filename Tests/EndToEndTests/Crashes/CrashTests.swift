import Cases
import Foundation
import Store
import Testing

/// Whatever dies, every paper ends in exactly one final state, and no result is issued twice.
@Suite struct CrashTests {
  /// Each of the moments at which a crash is most awkward, on the way of an application that is approved.
  @Test(arguments: [
    "kept", "submitted", "claimed", "read", "numbered", "sealed", "worked", "committed",
  ])
  func deathAtAStepCostsNothing(_ step: String) async throws {
    let hall = try await MortalHall(.sqlite)
    let before = try #require(try await hall.check())
    let application = try #require(try Applications(1).all.first)
    // when: the service dies there, and another one comes
    try hall.revive(withWorker: false, dyingAt: step)
    let id = try await hall.accepted(application)
    // then
    let after = try #require(try await hall.settled(within: .seconds(60)))
    #expect(after.isSound, "\(after)")
    #expect(after.documents.total == before.documents.total + application.files.count)
    #expect(after.documents.final == after.documents.total)
    #expect(after.log.entries == before.log.entries + 1)
    #expect(hall.starts(of: "serve") == 2, "it died")
    #expect(try hall.record(of: id).state == .issued)
    let voided = ["numbered", "sealed"].contains(step) ? 1 : 0
    #expect(after.results.void.count == voided)
  }

  @Test(arguments: CrashBackend.allCases)
  func randomDeathsCostNothing(on backend: CrashBackend) async throws {
    let environment = ProcessInfo.processInfo.environment
    var random = Seeded(environment["KANHE_SEED"].flatMap(UInt64.init) ?? 5)
    let deaths = environment["KANHE_CRASHES"].flatMap(Int.init) ?? 10
    let hall = try await MortalHall(backend)
    let before = try #require(try await hall.check())
    let applications = try Applications(max(8, deaths * 4 / 3))
    try hall.revive()
    // when: applications come in while processes die
    async let ids = posted(applications, to: hall)
    while hall.kills < deaths {
      try await Task.sleep(for: .milliseconds(Int.random(in: 50...1_200, using: &random)))
      hall.killOne(&random)
      try hall.revive()
    }
    let accepted = try await ids
    // then
    let after = try #require(
      try await hall.settled(within: .seconds(120 + 2 * applications.papers)))
    print("crashes on \(backend): \(hall.kills) kills, \(applications.papers) papers, \(after)")
    #expect(after.isSound, "\(after)")
    #expect(after.documents.total == before.documents.total + applications.papers)
    #expect(after.documents.final == after.documents.total)
    #expect(Set(accepted).count == applications.all.count)
    try await everyCaseEndedAsItMust(accepted, in: hall)
  }

  private func posted(_ applications: Applications, to hall: MortalHall) async throws -> [String] {
    var ids: [String] = []
    for application in applications.all { ids.append(try await hall.accepted(application)) }
    return ids
  }

  /// Deaths may send a paper to a person, and never to anything worse.
  private func everyCaseEndedAsItMust(_ ids: [String], in hall: MortalHall) async throws {
    var issued = 0
    for (number, id) in ids.enumerated() {
      let state = try hall.record(of: id).state
      issued += state == .issued ? 1 : 0
      let wanted: [CaseRecord.State] =
        switch number % 4 {
        case 0: [.issued, .review]
        case 1: [.review]
        case 2: [.refused, .review]
        default: [.filed, .review]
        }
      #expect(wanted.contains(state), "\(number % 4): \(state)")
    }
    #expect(2 * issued > ids.count / 4, "\(issued) of \(ids.count / 4) that should be")
  }
}

/// SplitMix64: the same deaths for the same seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// As `eventually`, for what must be waited for itself.
func eventuallyAsync(
  within limit: Duration = .seconds(90), _ isSo: () async throws -> Bool
) async throws -> Bool {
  let deadline = ContinuousClock.now + limit
  while try await !isSo() {
    if ContinuousClock.now > deadline { return false }
    try await Task.sleep(for: .milliseconds(20))
  }
  return true
}
