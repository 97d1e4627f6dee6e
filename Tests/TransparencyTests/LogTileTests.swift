import Testing

@testable import Transparency

@Suite struct LogTileTests {
  @Test(arguments: [
    (LogTile(.hashes(level: 0), index: 1_234_067), "tile/0/x001/x234/067"),
    (LogTile(.hashes(level: 1), index: 0, width: 17), "tile/1/000.p/17"),
    (LogTile(.entries, index: 1_234_067, width: 8), "tile/entries/x001/x234/067.p/8"),
    (LogTile(.entries, index: 999), "tile/entries/999"),
    (LogTile(.entries, index: 1000), "tile/entries/x001/000"),
  ])
  func pathsAreThoseOfTheSpecification(_ tile: LogTile, _ path: String) {
    #expect(tile.path == path)
    #expect(LogTile(path: path) == tile)
  }

  @Test(arguments: [
    "", "tile", "tile/0", "tile/0/", "tile/0/1", "tile/0/0001", "tile/00/001", "tile/8/001",
    "tile/-1/001", "tile/0/001.p/0", "tile/0/001.p/256", "tile/0/001.p/08", "tile/0/001.p",
    "tile/0/x001", "tile/0/001/002", "tile/0/x000/001", "tile/0/../001", "tile/0/+01",
    "tile/0/x999/x999/x999/x999/x999/x999/999", "tile/data/001", "/tile/0/001", "tile/0/001/",
    // Int.max, the first index beyond what can be counted, and others that are none.
    "tile/0/x009/x223/x372/x036/x854/x775/807", "tile/entries/x009/x223/x372/x036/x854/x775/807",
    "tile/0/x036/x028/x797/x018/x963/968", "tile/1/x140/x737/x488/x355/328", "tile/7/001",
    "tile/0/-999", "tile/entries/-999", "tile/entries/-999.p/8",
  ])
  func otherPathsAreNone(_ path: String) {
    #expect(LogTile(path: path) == nil)
  }

  /// The example of the specification: a tree of 70,000 entries.
  @Test func aTreeHasTheTilesOfItsSize() {
    func has(_ level: Int, _ index: Int, _ width: Int) -> Bool {
      LogTile(.hashes(level: level), index: index, width: width).isIn(treeOf: 70_000)
    }
    #expect(has(0, 272, 256) && has(0, 273, 112) && !has(0, 273, 113) && !has(0, 274, 1))
    #expect(has(1, 0, 256) && has(1, 1, 17) && !has(1, 1, 18))
    #expect(has(2, 0, 1) && !has(2, 0, 2) && !has(3, 0, 1))
    #expect(!has(0, -1, 256) && !has(0, .max, 256) && !has(.max, 0, 1) && !has(0, 0, 0))
  }

  /// The last tiles that can be counted to are asked for without harm.
  @Test(arguments: [
    "tile/0/x036/x028/x797/x018/x963/967", "tile/1/x140/x737/x488/x355/327", "tile/7/000",
    "tile/entries/x036/x028/x797/x018/x963/967",
  ])
  func theFarthestTileIsInNoTree(_ path: String) throws {
    let tile = try #require(LogTile(path: path))

    #expect(tile.path == path && !tile.isIn(treeOf: 70_000) && !tile.isIn(treeOf: .max))
    #expect(tile.nodes.allSatisfy { $0.position >= 0 })
  }
}
