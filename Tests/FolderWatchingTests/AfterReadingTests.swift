import Cases
import Testing

@testable import FolderWatching

/// What the stage after reading asks.
@Suite struct AfterReadingTests {
  @Test func backsThatWereTurnedOverGoBehindTheirFronts() {
    let one = PageOrder.pages(of: .backsInOneFile, counts: [6])
    #expect(one.places.map(\.page) == [1, 6, 2, 5, 3, 4])
    let two = PageOrder.pages(of: .backsInSecondFile, counts: [3, 3])
    #expect(
      two.places.map { [$0.file, $0.page] } == [
        [0, 1], [1, 3], [0, 2], [1, 2], [0, 3], [1, 1],
      ])
    #expect(two.problem == nil)
  }

  @Test func sidesThatDoNotFitAreLeftAsTheyCame() {
    let odd = PageOrder.pages(of: .backsInOneFile, counts: [5])
    #expect(odd.places.map(\.page) == [1, 2, 3, 4, 5])
    #expect(odd.problem?.code == "sides_do_not_match")
    #expect(PageOrder.pages(of: .backsInSecondFile, counts: [3, 2]).problem != nil)
    #expect(PageOrder.pages(of: .backsInSecondFile, counts: [3]).problem != nil)
    #expect(PageOrder.pages(of: .asTheyCome, counts: [2, 1]).places.count == 3)
  }

  private func parts(_ marks: [PageMarks], _ handling: PaperHandling) -> [[Int]] {
    StackSplitting.split(marks: marks, by: handling).parts.map(\.pages)
  }

  @Test func sheetsAndBlankPagesDivideAStack() {
    let sheet = PaperHandling(separators: Separators(sheet: "NEXT"))
    let marks: [PageMarks] = [
      .code("NEXT"), .print, .blank, .code("NEXT"), .code("NEXT"), .code("other"), .code("NEXT"),
    ]
    #expect(parts(marks, sheet) == [[1, 2], [5]])
    let blank = PaperHandling(separators: Separators(blankPage: true))
    #expect(parts([.print, .blank, .print, .print], blank) == [[0], [2, 3]])
    #expect(parts([.print, .blank, .code("NEXT")], PaperHandling()) == [[0, 1, 2]])
  }

  @Test func theBackOfASheetGoesWithIt() {
    let sheet = PaperHandling(separators: Separators(sheet: "NEXT"))
    #expect(parts([.print, .code("NEXT"), .blank, .print], sheet) == [[0], [3]])
    var twoSided = sheet
    twoSided.sides = .backsInOneFile
    twoSided.separators.blankPage = true
    let marks: [PageMarks] = [
      .print, .blank, .code("NEXT"), .blank, .print, .print, .blank, .blank, .print,
    ]
    #expect(parts(marks, twoSided) == [[0, 1], [4, 5], [8]])
  }

  @Test func anotherNumberOfPagesGoesToAPerson() {
    let two = PaperHandling(separators: Separators(sheet: "N"), expectedPages: 2)
    let split = StackSplitting.split(marks: [.print, .print, .code("N"), .print], by: two)
    #expect(split.parts.map { $0.problem?.code } == [nil, "unexpected_page_count"])
    let empty = StackSplitting.split(marks: [.code("N")], by: two)
    #expect(empty.parts.map { $0.problem?.code } == ["only_separators"])
  }

  private func paired(
    _ sides: [(String, Int64)], now: Int64 = 1000, apart others: [Int64] = []
  ) -> SidePairing {
    SidePairing.pairs(
      among: sides.map {
        SidedPaper(
          id: $0.0, side: side(of: $0.0), completed: $0.1 * 1_000_000_000,
          arrived: ($0.1 + 3) * 1_000, matter: matter(of: $0.0))
      }, within: 30, now: now * 1_000, apart: others.map { $0 * 1_000_000_000 })
  }

  private func matter(of name: String) -> String? {
    name.split(separator: "@").dropFirst().first.map(String.init)
  }

  private func side(of name: String) -> SidedPaper.Side {
    switch name.first {
    case "f": .front
    case "b": .back
    case "?": .unread
    default: .other
    }
  }

  @Test func aFrontAndTheBackAfterItAreOneCard() {
    let pairing = paired([("f1", 0), ("b1", 10), ("b2", 100), ("f2", 110), ("f3", 300)])
    #expect(
      pairing.pairs == [
        SidePairing.Pair(front: "f1", back: "b1"), SidePairing.Pair(front: "f2", back: "b2"),
      ])
    #expect(pairing.alone == ["f3"])
    #expect(paired([("f1", 0), ("b1", 9), ("f2", 20), ("b2", 30)]).pairs.count == 2)
  }

  @Test(
    arguments: [
      [("f1", 0), ("f2", 9), ("b1", 20)], [("f1", 0), ("b1", 9), ("f2", 20)],
      [("f1", 0), ("b1", 9), ("b2", 20), ("f2", 30)], [("f1", 0), ("f2", 10)],
    ] as [[(String, Int64)]])
  func whereTheOrderLeavesADoubtNothingIsPaired(sides: [(String, Int64)]) {
    let pairing = paired(sides)
    #expect(pairing.pairs.isEmpty)
    #expect(pairing.unclear == sides.map(\.0))
  }

  @Test func asLongAsTheOtherSideMayComeItIsWaitedFor() {
    let early = paired([("f1", 0), ("b1", 10)], now: 20)
    // Accepted at 13 s, 30 s for the other side, and 5 s more.
    let wait = SidePairing.Wait(milliseconds: 28_000, isForReading: false)
    #expect(early.waiting == ["f1": wait, "b1": wait])
    #expect(Array(paired([("f1", 0)], now: 37).waiting.keys) == ["f1"])
    #expect(paired([("f1", 0)], now: 38).alone == ["f1"])
  }

  @Test func aPaperThatIsNotReadMayBeTheOtherSide() {
    #expect(Set(paired([("f1", 0), ("?", 10)]).waiting.keys) == ["f1", "?"])
    #expect(paired([("f1", 0), ("?", 100)]).alone == ["f1"])
  }

  @Test func whatIsNoSideStandsBetweenSides() {
    let form = paired([("f1", 0), ("x", 5), ("b1", 10)])
    #expect(form.alone == ["f1", "b1"] && form.passed == ["x"] && form.pairs.isEmpty)
    let after = paired([("f1", 0), ("b1", 5), ("x", 10)])
    #expect(after.pairs == [SidePairing.Pair(front: "f1", back: "b1")])
  }

  @Test func whateverElseWasTakenStandsBetweenSides() {
    let between = paired([("f1", 0), ("b1", 10), ("f2", 20), ("b2", 30)], apart: [5])
    #expect(between.alone == ["f1"] && between.pairs.isEmpty)
    #expect(between.unclear == ["b1", "f2", "b2"])
    let beside = paired([("f1", 0), ("b1", 10), ("f2", 20), ("b2", 30)], apart: [-5, 15, 40])
    #expect(beside.pairs.count == 2)
  }

  @Test func sidesForTwoMattersAreNoPair() {
    #expect(paired([("f1@a", 0), ("b1@a", 10)]).pairs.count == 1)
    #expect(paired([("f1@a", 0), ("b1@b", 10)]).unclear == ["f1@a", "b1@b"])
    #expect(paired([("f1", 0), ("b1@b", 10)]).unclear == ["f1", "b1@b"])
  }

  /// Time that has passed by a clock that was set back is not known: it is counted from now.
  @Test func aClockThatWasSetBackKeepsNoPairWaiting() {
    let pairing = paired([("f1", 3_600), ("b1", 3_610)], now: 20)
    #expect(pairing.waiting["f1"] == .init(milliseconds: 35_000, isForReading: false))
  }

  /// Looks of a long run would keep its readers from their work.
  @Test func whoWaitsForReadingHasNoHurry() {
    #expect(
      paired([("f1", 0), ("?", 10)]).waiting["f1"] == .init(milliseconds: 5_000, isForReading: true)
    )
    let run = (0..<300).map { ($0 == 299 ? "?" : "f\($0)", Int64($0)) }
    let long = paired(run)
    #expect(long.waiting.count == 300)
    #expect(long.waiting["f0"] == .init(milliseconds: 30_000, isForReading: true))
  }
}

extension PageMarks {
  fileprivate static let print = PageMarks()
  fileprivate static let blank = PageMarks(isBlank: true)
  fileprivate static func code(_ text: String) -> PageMarks { PageMarks(codes: [text]) }
}
