import Cases

/// One printed line made ready for reading character by character: background divided out, rules and specks gone,
/// never larger than the reader needs.
struct CharacterStrip {
  let grey: GreyImage
  /// From the topmost to the lowest ink of the line.
  let rows: Range<Int>
  /// What is darker than this is ink.
  let inkLevel: UInt8
  /// Column by column, how many of the line's pixels are ink.
  let ink: [Int]
  private let pageLeft: Double
  private let pageTop: Double
  /// Strip pixels for one page pixel.
  private let scale: Double

  /// A character is looked at in 40 pixels: more of them are waste.
  private static let highestInk = 38.0
  /// A strip is no longer than so many heights of its box: the edge of a card is no line.
  private static let longest = 120.0

  /// Nil where the box holds no ink, or nothing that can be one line.
  init?(_ page: PageImage, box: Box) {
    guard let inner = PixelBounds(box, on: page), inner.width >= 3, inner.height >= 5 else {
      return nil
    }
    let box = box.clipped(width: Double(page.width), height: Double(page.height))
    guard
      let bounds = PixelBounds(box.grown(x: box.height * 0.4, y: box.height * 0.3), on: page),
      Double(bounds.width) <= Self.longest * Double(bounds.height)
    else { return nil }
    let columns = inner.left - bounds.left..<inner.right - bounds.left
    let lines = inner.top - bounds.top..<inner.bottom - bounds.top
    let divided = GreyImage(page, bounds: bounds)
      .dividedByBackground(block: max(3, Int((box.height / 4).rounded())))
    let level = divided.lineInkLevel(columns: columns, rows: lines)
    let clean =
      divided
      .withoutRules(
        longerThan: Int(1.7 * box.height), higherThan: divided.height * 9 / 10, darkerThan: level
      )
      .cutAtRules(outside: columns, darkerThan: level)
      .withoutSpecks(
        ofSize: min(3, Int(0.06 * box.height)), darkerThan: level, in: 0..<divided.height * 3 / 5)
    guard let found = clean.lineRows(columns: columns, near: lines, darkerThan: level),
      found.count >= 5
    else { return nil }
    let border = found.count / 4
    let first = max(0, found.lowerBound - border)
    let cut = clean.rows(first..<min(clean.height, found.upperBound + border))
    scale = min(1, Self.highestInk / Double(found.count))
    grey = scale < 1 ? cut.scaled(by: scale) : cut
    inkLevel = level
    pageLeft = Double(bounds.left)
    pageTop = Double(bounds.top + first)
    let top = Int((Double(found.lowerBound - first) * scale).rounded())
    let bottom = Int((Double(found.upperBound - first) * scale).rounded())
    rows = min(top, grey.height - 1)..<min(max(bottom, top + 1), grey.height)
    let reach = 0.2 * box.height
    ink = Self.ownInk(
      grey.rows(rows).inkPerColumn(darkerThan: level),
      from: Int((Double(columns.lowerBound) - reach) * scale),
      to: Int((Double(columns.upperBound) + reach) * scale))
  }

  /// Without what stands beside the line: ink outside of the given columns that does not reach into them.
  private static func ownInk(_ ink: [Int], from first: Int, to last: Int) -> [Int] {
    var (first, last) = (min(max(0, first), ink.count), min(max(0, last), ink.count))
    while first > 0, first < ink.count, ink[first] > 0 { first -= 1 }
    while last < ink.count, last > 0, ink[last] > 0 { last += 1 }
    return ink.indices.map { (first..<max(first, last)).contains($0) ? ink[$0] : 0 }
  }

  var height: Double { Double(rows.count) }
  var inkHeightOnPage: Double { height / scale }

  /// The first and past-last column with ink between two cuts; nil where there is none.
  func inkColumns(between left: Double, and right: Double) -> Range<Int>? {
    guard left.isFinite, right.isFinite else { return nil }
    let begin = Int(min(max(0, left.rounded()), Double(ink.count)))
    let end = Int(min(max(Double(begin), right.rounded()), Double(ink.count)))
    guard let first = ink[begin..<end].firstIndex(where: { $0 > 0 }),
      let last = ink[begin..<end].lastIndex(where: { $0 > 0 })
    else { return nil }
    return first..<last + 1
  }

  func onPage(_ columns: Range<Int>) -> Box {
    Box(
      left: pageLeft + Double(columns.lowerBound) / scale,
      top: pageTop + Double(rows.lowerBound) / scale,
      right: pageLeft + Double(columns.upperBound) / scale,
      bottom: pageTop + Double(rows.upperBound) / scale)
  }

  /// The strip's column of a place on the page.
  func column(ofPageX x: Double) -> Double { (x - pageLeft) * scale }
}
