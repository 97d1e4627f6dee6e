import Cases
import PageImaging
import Testing

@Suite struct PhotographTests {
  /// A card of 85.6 × 54 mm, some 430 pixels wide, seen at an angle.
  private static let lens = Projection(4.9, -0.7, 190, 0.9, 5.1, 110, 0.0006, 0.0009)
  private static let wood: Photograph.Shade = (120, 84, 52)

  private func expect(
    _ photograph: Photograph, shows papers: [[Point]], least: Double = 0.94
  ) throws {
    let found = try DocumentFinder.documents(on: try firstPage(try photograph.png()))
    #expect(found.count == papers.count)
    for paper in papers {
      let best = found.map { Overlap.ofUnion($0.polygon.corners, paper) }.max() ?? 0
      #expect(best > least, "\(best)")
    }
  }

  @Test func aCardOnADeskIsFoundAndStraightened() throws {
    let photograph = Photograph(desk: Self.wood)
    let corners = photograph.put(by: Self.lens)

    try expect(photograph, shows: [corners])

    let card = try #require(
      try DocumentFinder.documents(on: try firstPage(try photograph.png())).first)
    let shape = Double(card.image.width) / Double(card.image.height)
    // No camera took it from there, so that its true shape is told only roughly.
    #expect(abs(shape / (85.6 / 54) - 1) < 0.1, "\(shape)")
  }

  @Test func fingersOnASideAndACornerDoNotHideIt() throws {
    let photograph = Photograph(desk: Self.wood)
    let corners = photograph.put(by: Self.lens)
    photograph.lay(fingerFrom: Point(0, 320), to: Point(corners[0].x + 30, 300), radius: 32)
    photograph.lay(
      fingerFrom: Point(800, 600), to: Point(corners[2].x - 25, corners[2].y - 20), radius: 34)
    try expect(photograph, shows: [corners], least: 0.9)
  }

  @Test func aShadowAcrossItDoesNotCutIt() throws {
    let photograph = Photograph(desk: Self.wood)
    let corners = photograph.put(by: Self.lens)
    photograph.shade(belowLineAt: 180, slope: 0.25, to: 0.5)
    try expect(photograph, shows: [corners])
  }

  @Test func aWhiteCardOnPalePaperIsFound() throws {
    let photograph = Photograph(desk: (205, 204, 198), grain: 2)
    let corners = photograph.put(by: Self.lens)
    try expect(photograph, shows: [corners])
  }

  @Test func twoCardsInOnePhotographAreTwo() throws {
    let photograph = Photograph(width: 700, height: 900, desk: Self.wood)
    let front = photograph.put(by: Projection(5, -0.3, 130, 0.35, 5, 80, 0.0002, 0.0004))
    let back = photograph.put(by: Projection(5, 0.2, 120, -0.2, 5, 500, 0.0003, 0.0002))
    try expect(photograph, shows: [front, back])
  }

  @Test func aPaperThatStandsIsOneDocument() throws {
    let photograph = Photograph(width: 600, height: 800, desk: Self.wood)
    let sheet = photograph.put(
      paper: (210, 297), by: Projection(2.1, -0.1, 80, 0.15, 2.2, 60, 0.0001, 0.0002))
    try expect(photograph, shows: [sheet])
  }

  @Test func placesInAPhotographedDocumentLeadBack() throws {
    let photograph = Photograph(desk: Self.wood)
    let corners = photograph.put(by: Self.lens)
    let card = try #require(
      try DocumentFinder.documents(on: try firstPage(try photograph.png())).first)
    let (width, height) = (Double(card.image.width), Double(card.image.height))
    let back = card.toPage(Box(left: 0, top: 0, right: width, bottom: height)).corners
    for (place, corner) in zip(back, corners) { #expect(place.distance(to: corner) < 12) }
    let middle = Self.lens(Point(85.6 / 2, 27))
    #expect(card.toPage(Point(width / 2, height / 2)).distance(to: middle) < 6)
  }

  @Test func theLastLayoutIsThePageItself() throws {
    let photograph = Photograph(desk: Self.wood)
    photograph.put(by: Self.lens)
    let layouts = try DocumentFinder.layouts(of: try firstPage(try photograph.png()))
    #expect((2...3).contains(layouts.count))
    #expect(layouts.map(\.isWholePage).dropLast().allSatisfy { !$0 })
    let last = try #require(layouts.last).documents()
    #expect(last.map(\.isWholePage) == [true])
  }

  @Test(arguments: ["noise", "stripes", "chequers"])
  func picturesWithoutAnyDocumentTakeBoundedTime(_ pattern: String) throws {
    var numbers = SeededNumbers(seed: 5)
    let picture = try Encoded.picture(width: 900, height: 700, depth: 8) { x, y in
      switch pattern {
      case "noise": UInt32.random(in: 0...255, using: &numbers)
      case "stripes": (x + y / 3) / 6 % 2 == 0 ? 40 : 210
      default: (x / 20 + y / 20) % 2 == 0 ? 40 : 210
      }
    }
    let page = try firstPage(try picture.png())
    let start = ContinuousClock.now
    let layouts = try DocumentFinder.layouts(of: page)
    let time = ContinuousClock.now - start
    #expect(layouts.count <= 3)
    #expect(time < .seconds(5))
  }

  @Test(arguments: [0, 1, 2, 3]) func theDirectionOfPrintIsTold(_ quarters: Int) throws {
    let desk = Desk(width: 120, height: 170, scale: 5, grey: 0.95)
    var numbers = SeededNumbers(seed: 3)
    for line in 0..<14 {
      var x = 12.0
      while x < 100 {
        let word = Double.random(in: 2...9, using: &numbers)
        desk.fill(x: x, y: 12 + 9 * Double(line), width: word, height: 3, grey: 0.2)
        x += word + Double.random(in: 1...3, using: &numbers)
      }
    }
    let page = try firstPage(desk.png)
    let document = DocumentImage(
      image: page.image, toPage: page.toPage, polygon: Polygon([]), pixelsPerMillimetre: nil,
      isWholePage: true)
    let turns = try document.turned(quarters: quarters).likelyTurns()
    #expect(turns.prefix(2).contains((4 - quarters) % 4))
    #expect(turns.sorted() == [0, 1, 2, 3])
  }
}
