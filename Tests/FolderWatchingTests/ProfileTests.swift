import Cases
import Foundation
import TestScanners
import Testing

@testable import FolderWatching

@Suite struct ProfileTests {
  private func folders(_ text: String) throws -> [WatchedFolder] {
    let place = FileManager.default.temporaryDirectory.appending(path: "profile-\(UUID())")
    try FileManager.default.createDirectory(
      at: place.appending(path: "a"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let text = text.replacing("PLACE", with: place.path)
    try Data(text.utf8).write(to: place.appending(path: FolderFile.name))
    return try FolderFile.folders(in: place)
  }

  @Test func aProfileSaysEverything() throws {
    let folder = try #require(
      try folders(
        """
        folders:
          - path: PLACE/a
            source: scanner-3
            counter: "3"
            lane: batch
            matter: household-registration
            joining: {name: "{case}_{page}"}
            sides: backs-in-one-file
            separators: {sheet: KANHE-NEXT, blank_page: true}
            pages: 4
            quiet: 1.5
            together: 10
            patience: 60
            poll: 5
            watching: poll
            mounted: true
        """
      ).first)
    #expect(folder.source == "scanner-3")
    #expect(folder.counter == "3")
    #expect(folder.lane == .batch)
    #expect(folder.matter == "household-registration")
    #expect(folder.joining == NamePattern("{case}_{page}").map(Joining.byName))
    #expect(folder.handling.sides == .backsInOneFile)
    #expect(folder.handling.separators == Separators(sheet: "KANHE-NEXT", blankPage: true))
    #expect(folder.handling.expectedPages == 4)
    #expect(folder.handling.pairingSeconds == nil)
    #expect(folder.timing.quiet == .milliseconds(1500))
    #expect(folder.timing.patience == .seconds(60))
    #expect(folder.watching == .poll)
    #expect(folder.mounted)
  }

  @Test func sidesOfCardsAreWaitedFor() throws {
    let folder = try #require(
      try folders("folders:\n  - path: PLACE/a\n    pairing: 30\n    separators: {}\n").first)
    #expect(folder.handling.pairingSeconds == 30 && folder.handling.separators == .none)
  }

  @Test func onlyThePathIsNeeded() throws {
    let folder = try #require(try folders("folders:\n  - path: PLACE/a\n").first)
    #expect(folder.source == "a")
    #expect(folder.lane == .walkIn)
    #expect(folder.timing == .standard)
    #expect(folder.joining == .none)
  }

  @Test(arguments: [
    "folders:\n  - path: PLACE/a\n    quite: 3\n", "folders:\n  - source: a\n",
    "folders:\n  - path: a\n", "folders:\n  - path: PLACE/a\n    lane: fast\n",
    "folders:\n  - path: PLACE/a\n    joining: {name: nothing}\n",
    "folders:\n  - path: PLACE/a\n    joining: {seconds: 0}\n",
    "folders:\n  - path: PLACE/a\n    quiet: 30\n    together: 5\n",
    "folders:\n  - path: PLACE/a\n    separators: {sheet: 分隔}\n",
    "folders:\n  - path: PLACE/a\n    separators: {sheets: A}\n",
    "folders:\n  - path: PLACE/a\n    separators: {sheet: A}\n    pairing: 30\n",
    "folders:\n  - path: PLACE/a\n    pages: 0\n", "folder: []\n", "folders: [", "",
  ])
  func aFaultIsNamed(text: String) {
    let fault = #expect(throws: Problem.self) { try folders(text) }
    #expect(fault?.code == "bad_folders")
    #expect(fault?.zh.isEmpty == false)
  }

  @Test func whereThereIsNoFileThereAreNoFolders() throws {
    #expect(try FolderFile.folders(in: URL(filePath: "/not/there")).isEmpty)
  }

  @Test(
    arguments: [
      ("{case}_{page}", "0815_2", "0815", 2), ("{case}_{page}", "a_b_12", "a_b", 12),
      ("{case}-*", "王五-scan", "王五", nil), ("{page}. {case}", "03. x", "x", 3),
      ("Scan*_{case}", "Scan01_x", "x", nil), ("{case}", "all", "all", nil),
    ] as [(String, String, String, Int?)])
  func aNameSaysWhereItBelongs(pattern: String, name: String, caseName: String, page: Int?) throws {
    let match = try #require(NamePattern(pattern)?.match(name))
    #expect(match.caseName == caseName)
    #expect(match.page == page)
  }

  @Test func aNameThatDoesNotFitSaysNothing() {
    #expect(NamePattern("{case}_{page}")?.match("scan") == nil)
    #expect(NamePattern("{case}_{page}")?.match("_1") == nil)
    #expect(NamePattern("page") == nil)
    #expect(NamePattern("{case}{case}") == nil)
  }

  @Test(
    arguments: [
      [0x61], [0xC9, 0xED], Array("证件 50%.pdf".utf8), [0x0A, 0x25], Array("\u{202E}".utf8),
    ] as [[UInt8]])
  func namesAreWrittenForPeopleAndReadBack(bytes: [UInt8]) {
    let name = PaperName(bytes: bytes)
    #expect(PaperName(escaped: name.escaped) == name)
    #expect(name.escaped.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func anyBytesAreReadBack() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<2000 {
      let bytes = (0..<numbers.next(24)).map { _ in
        numbers.next(3) == 0 ? 0x25 : UInt8(numbers.next(256))
      }
      #expect(PaperName(escaped: PaperName(bytes: bytes).escaped).bytes == bytes)
    }
  }

  @Test func longNamesAreShortenedBetweenCharacters() {
    let name = PaperName(String(repeating: "证", count: 84) + ".jpg")
    let other = name.numbered(2, leaving: 12)
    #expect(other.bytes.count <= 243)
    #expect(other.escaped.hasSuffix("证 (2).jpg"))
  }
}
