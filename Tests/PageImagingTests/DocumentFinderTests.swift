import Cases
import Foundation
import PageImaging
import Testing

private let a4 = (width: 210.0, height: 297.0)

@Suite struct DocumentFinderTests {
  private func documents(on desk: Desk) throws -> [DocumentImage] {
    try DocumentFinder.documents(on: try firstPage(desk.png))
  }

  /// Corners within two hundredths of the card's width, and the picture of the card's shape and scale.
  private func expect(_ document: DocumentImage, at corners: [Point], scale: Double) {
    for (found, wanted) in zip(document.polygon.corners, corners) {
      let off = found.distance(to: wanted) / (Desk.card.width * scale)
      #expect(off < 0.02, "\(found) instead of \(wanted)")
    }
    #expect(!document.isWholePage)
    #expect(abs((document.pixelsPerMillimetre ?? 0) / scale - 1) < 0.02)
    let shape = Double(document.image.width) / Double(document.image.height)
    #expect(abs(shape / (Desk.card.width / Desk.card.height) - 1) < 0.03)
  }

  @Test(
    arguments: [0.0, 3, -3], [(glass: 0.98, card: 0.86), (0.1, 0.85), (0.6, 0.9), (0.92, 0.965)])
  func aCardOnTheGlassIsCutOut(degrees: Double, grey: (glass: Double, card: Double)) throws {
    let desk = Desk(width: 125, height: 80, scale: 8, grey: grey.glass)
    let corners = desk.put(cardAt: Point(64, 38), degrees: degrees, grey: grey.card)

    let found = try documents(on: desk)

    #expect(found.count == 1)
    for document in found { expect(document, at: corners, scale: 8) }
  }

  @Test func twoCardsOnAPhotocopyAreFoundFromTopToBottom() throws {
    let desk = Desk(width: a4.width, height: a4.height, scale: 6, grey: 0.97)
    let front = desk.put(cardAt: Point(100, 80), degrees: 2, grey: 0.85)
    let back = desk.put(cardAt: Point(108, 190), degrees: -1.5, grey: 0.85)
    desk.copy(dirt: 150, streakAt: 30, on: a4)

    let found = try documents(on: desk)

    #expect(found.count == 2)
    for (document, corners) in zip(found, [front, back]) {
      expect(document, at: corners, scale: 6)
    }
  }

  @Test func faintEdgesOnAPhotocopyTellWhereTheCardsLie() throws {
    let desk = Desk(width: a4.width, height: a4.height, scale: 8, grey: 0.99)
    let front = desk.put(cardAt: Point(92, 66), degrees: -1.5, grey: 0.97)
    let back = desk.put(cardAt: Point(110, 175), degrees: 1, grey: 0.965)

    let found = try documents(on: desk)

    #expect(found.count == 2)
    for (document, corners) in zip(found, [front, back]) {
      expect(document, at: corners, scale: 8)
    }
  }

  @Test func aCardSeenFromTheSideIsStraightened() throws {
    let lean = Projection(9, -0.2, 200, 0.3, 8.5, 150, 0.0004, 0.0002)
    let corners = lean(Box(left: 0, top: 0, right: 85.6, bottom: 54)).corners
    let sides = zip(corners, corners.dropFirst() + corners.prefix(1)).map { ($0, $1) }
    let picture = try Encoded.picture(width: 1_200, height: 900, depth: 8) { x, y in
      let isInside = sides.allSatisfy { a, b in
        (b.x - a.x) * (Double(y) - a.y) - (b.y - a.y) * (Double(x) - a.x) > 0
      }
      return isInside ? 220 : 60
    }

    let found = try DocumentFinder.documents(on: try firstPage(try picture.png()))

    #expect(found.count == 1)
    for (place, corner) in zip(try #require(found.first).polygon.corners, corners) {
      #expect(place.distance(to: corner) < 4, "\(place) instead of \(corner)")
    }
  }

  @Test func cardsWhoseEdgesDidNotComeOutAreFoundByTheirPrint() throws {
    let desk = Desk(width: a4.width, height: a4.height, scale: 6, grey: 0.99)
    for y in [80.0, 190] {
      desk.put(cardAt: Point(105, y), degrees: 0, grey: 0.99, outline: false)
    }

    let found = try documents(on: desk)

    #expect(found.count == 2)
    for (document, y) in zip(found, [80.0, 190]) {
      let box = document.polygon.bounds
      let printed = Box(left: 68.2 * 6, top: (y - 20) * 6, right: 141 * 6, bottom: (y + 21) * 6)
      #expect(box.left < printed.left && box.right > printed.right)
      #expect(box.top < printed.top && box.bottom > printed.bottom)
      #expect(box.width < 100 * 6 && box.height < 65 * 6)
    }
  }

  @Test(arguments: [0.0, 2, -2.5]) func aPageOfPrintIsLevelledAndNotCutUp(degrees: Double) throws {
    let desk = Desk(width: a4.width, height: a4.height, scale: 5, grey: 1)
    desk.print(leaning: degrees, on: a4)

    let found = try documents(on: desk)

    #expect(found.count == 1)
    let page = try #require(found.first)
    #expect(page.isWholePage)
    #expect(abs((page.pixelsPerMillimetre ?? 0) - 5) < 0.02)
    let corners = page.polygon.corners
    let lean = atan2(corners[1].y - corners[0].y, corners[1].x - corners[0].x) * 180 / .pi
    #expect(abs(lean - degrees) < 0.25, "\(lean)")
  }

  @Test func placesOnACardLeadBackToThePage() throws {
    let desk = Desk(width: 125, height: 80, scale: 8, grey: 0.98)
    desk.put(cardAt: Point(64, 38), degrees: 3, grey: 0.85)

    let card = try #require(try documents(on: desk).first)

    // The middle stays the middle; the corners are the polygon's.
    let (width, height) = (Double(card.image.width), Double(card.image.height))
    #expect(card.toPage(Point(width / 2, height / 2)).distance(to: Point(64 * 8, 38 * 8)) < 4)
    let back = card.toPage(Box(left: 0, top: 0, right: width, bottom: height))
    #expect(zip(back.corners, card.polygon.corners).allSatisfy { $0.distance(to: $1) < 0.5 })
  }

  @Test func aCardThatStandsUprightHasItsCornersInOrder() throws {
    let desk = Desk(width: 100, height: 125, scale: 8, grey: 0.98)
    let corners = desk.put(cardAt: Point(50, 62), degrees: 91, grey: 0.85)

    let found = try documents(on: desk)

    #expect(found.count == 1)
    let card = try #require(found.first)
    #expect(card.image.height > card.image.width)
    // Clockwise from the top left of the page: the card's bottom left comes first.
    let wanted = [corners[3], corners[0], corners[1], corners[2]]
    for (place, corner) in zip(card.polygon.corners, wanted) {
      #expect(place.distance(to: corner) < 0.02 * Desk.card.width * 8)
    }
  }

  @Test func aCardThatFillsThePictureIsThePage() throws {
    let desk = Desk(width: 85, height: 53.5, scale: 8, grey: 0.9)
    desk.put(cardAt: Point(42.5, 26.75), degrees: 0, grey: 0.86)

    let found = try documents(on: desk)

    #expect(found.map(\.isWholePage) == [true])
  }

  @Test(arguments: [0.0, 0.5, 1]) func aPageWithNothingOnItIsThePage(grey: Double) throws {
    let desk = Desk(width: 100, height: 140, scale: 4, grey: grey)
    #expect(try documents(on: desk).map(\.isWholePage) == [true])
  }

  @Test(arguments: [(1, 1), (1, 3_000), (3_000, 1), (15, 15)])
  func aTinyPictureShowsNoDocument(width: Int, height: Int) throws {
    let picture = try Encoded.picture(width: width, height: height, depth: 8) { _, _ in 128 }
    let page = try firstPage(try picture.png())
    #expect(try DocumentFinder.documents(on: page).isEmpty)
  }

  @Test(arguments: [(16, 16), (40, 40), (16, 3_000), (3_000, 16)])
  func aSmallPictureIsThePage(width: Int, height: Int) throws {
    let picture = try Encoded.picture(width: width, height: height, depth: 8) { x, y in
      UInt32(x * 7 + y * 3) & 255
    }
    let found = try DocumentFinder.documents(on: try firstPage(try picture.png()))
    #expect(found.map(\.isWholePage) == [true])
  }
}
