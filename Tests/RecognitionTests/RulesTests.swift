import Cases
import Testing

@testable import Recognition

struct RulesTests {
  /// Two cells side by side, 60 pixels high and 200 wide, with print of 20 by 20 pixels in each; the rule between
  /// them leans by a pixel.
  private var row: GreyImage {
    var page = GreyImage(width: 440, height: 120, pixels: [UInt8](repeating: 255, count: 440 * 120))
    func paint(_ columns: Range<Int>, _ rows: Range<Int>) {
      for y in rows { for x in columns { page.pixels[y * page.width + x] = 0 } }
    }
    paint(20..<420, 30..<32)
    paint(20..<420, 90..<92)
    for (left, rows) in [(20, 30..<92), (219, 30..<60), (220, 60..<92), (418, 30..<92)] {
      paint(left..<left + 2, rows)
    }
    for left in stride(from: 150, to: 215, by: 30) { paint(left..<left + 20, 50..<70) }
    for left in stride(from: 230, to: 300, by: 30) { paint(left..<left + 20, 50..<70) }
    return page
  }

  @Test func theCellsOfALowRowAreNotOneLine() {
    let ink = InkMap(row)
    let line = Box(left: 150, top: 49, right: 310, bottom: 71)
    let cells = ink.partedAtRules(line)
    #expect(cells.count == 2)
    #expect(cells.allSatisfy { $0.right <= 219 || $0.left >= 222 })
    #expect(ink.isRuleBetween(cells[0], cells[cells.count - 1]))
  }

  @Test func aStrokeThatEndsAtNoRuleIsNone() {
    var page = GreyImage(width: 200, height: 120, pixels: [UInt8](repeating: 255, count: 200 * 120))
    for y in 30..<90 { for x in 100..<103 { page.pixels[y * 200 + x] = 0 } }
    let line = Box(left: 50, top: 30, right: 150, bottom: 90)
    #expect(InkMap(page).partedAtRules(line) == [line])
  }

  @Test func lowPrintBesideATitleIsALineOfItsOwn() {
    var page = GreyImage(width: 700, height: 140, pixels: [UInt8](repeating: 255, count: 700 * 140))
    func paint(_ columns: Range<Int>, _ rows: Range<Int>) {
      for y in rows { for x in columns { page.pixels[y * 700 + x] = 0 } }
    }
    for left in stride(from: 20, to: 200, by: 20) { paint(left..<left + 12, 60..<76) }
    for left in stride(from: 230, to: 600, by: 110) { paint(left..<left + 70, 30..<105) }
    let box = Box(left: 20, top: 30, right: 640, bottom: 105)
    let parts = InkMap(page).parted(box, usualHeight: 16)
    #expect(parts.contains { $0.right < 230 && $0.height < 20 })
    #expect(parts.contains { $0.left >= 230 && $0.height > 70 })
  }
}
