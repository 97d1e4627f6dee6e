import Crypto
import Testing

@testable import Transparency

@Suite struct LogWitnessTests {
  private let key = Curve25519.Signing.PrivateKey()

  @Test(arguments: [
    (0, 0), (0, 1), (1, 1), (1, 2), (5, 300), (255, 257), (256, 512), (300, 70_000),
  ])
  func aGrowingLogIsConsistent(_ old: Int, _ new: Int) async throws {
    var log = try MemoryLog(key: key)
    try log.append(count: old)
    let first = await look(at: log, since: nil)
    try log.append(count: new - old)
    let second = await look(at: log, since: first.keep)

    #expect(first.finding == .consistent(grownBy: old))
    #expect(second.finding == .consistent(grownBy: new - old))
    #expect(second.keep == (try log.note))
  }

  @Test(arguments: [1, 7, 256, 300])
  func aLogThatRewroteItsPastIsForked(_ size: Int) async throws {
    var (honest, other) = (try MemoryLog(key: key), try MemoryLog(key: key))
    try honest.append(count: size)
    try other.append(count: size, salt: 1)
    let kept = await look(at: honest, since: nil).keep
    for more in [0, 1, 300] {
      try other.append(count: more)
      let found = await look(at: other, since: kept)
      #expect(found.finding == .forked)
      #expect(found.keep == kept, "what was believed stays")
    }
  }

  @Test func aLogThatLostEntriesHasShrunk() async throws {
    var log = try MemoryLog(key: key)
    try log.append(count: 9)
    let kept = await look(at: log, since: nil).keep
    var shorter = try MemoryLog(key: key)
    try shorter.append(count: 8)

    #expect(await look(at: shorter, since: kept).finding == .shrunk)
  }

  @Test func anotherKeyIsNotBelieved() async throws {
    let log = try MemoryLog()
    let key = try MemoryLog(key: key).key

    #expect(await LogWitness(key: key, fetch: log.resource).look(since: nil).finding == .unsigned)
  }

  /// Whoever has what was seen forgotten may show another past.
  @Test func whatWasSeenOfAnotherLogIsNotForgotten() async throws {
    var (seen, shown) = (try MemoryLog(), try MemoryLog(key: key))
    try seen.append(count: 9)
    try shown.append(count: 3)
    let kept = try #require(await look(at: seen, since: nil).keep)

    let found = await look(at: shown, since: kept)

    #expect(found.finding == .otherLog)
    #expect(found.keep == kept)
  }

  @Test func aMissingTileIsSaid() async throws {
    var log = try MemoryLog(key: key)
    try log.append(count: 700)
    let witness = LogWitness(key: log.key) { [log] in $0.contains(".p/") ? nil : log.resource($0) }

    #expect(await witness.look(since: nil).finding == .incomplete)
  }

  private func look(at log: MemoryLog, since kept: SignedNote?) async -> (
    finding: LogWitness.Finding, keep: SignedNote?
  ) {
    await LogWitness(key: log.key, fetch: log.resource).look(since: kept)
  }
}
