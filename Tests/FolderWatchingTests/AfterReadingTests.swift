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

  private func parts(_ marks: [PageMark], _ handling: PaperHandling) -> [[Int]] {
    StackSplitting.split(marks: marks, by: handling).parts.map(\.pages)
  }

  @Test func sheetsAndBlankPagesDivideAStack() {
    let sheet = PaperHandling(separators: Separators(sheet: "NEXT"))
    let marks: [PageMark] = [
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
    let marks: [PageMark] = [
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

  private func paired(_ sides: [(String, Int64)], now: Int64 = 1000) -> SidePairing {
    SidePairing.pairs(
      among: sides.map {
        SidedPaper(
          id: $0.0, side: $0.0.hasPrefix("f") ? .front : .back, completed: $0.1 * 1_000_000_000)
      }, within: 30, now: now * 1_000_000_000)
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
    #expect(paired([("f1", 0), ("b1", 10)], now: 20).waiting == ["f1", "b1"])
    #expect(paired([("f1", 0)], now: 31).alone == ["f1"])
  }
}
