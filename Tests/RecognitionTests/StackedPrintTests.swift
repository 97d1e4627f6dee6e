import Cases
import Testing

@testable import Recognition

/// A label of four characters, small print under it, and a value that stands a little lower beside both.
struct StackedPrintTests {
  private static let label = Box(left: 20, top: 20, right: 96, bottom: 36)
  private static let caption = Box(left: 20, top: 42, right: 96, bottom: 52)
  private static let value = Box(left: 120, top: 24, right: 216, bottom: 40)

  private func ink(_ lines: [Box]) -> InkMap {
    var page = GreyImage(
      width: 300, height: 100, pixels: [UInt8](repeating: 255, count: 300 * 100))
    for line in lines {
      // Blocks as wide as high, a fifth apart.
      let step = Int(line.height * 1.25)
      for x in Int(line.left)..<Int(line.right) where (x - Int(line.left)) % step < Int(line.height)
      {
        for y in Int(line.top)..<Int(line.bottom) { page.pixels[y * 300 + x] = 0 }
      }
    }
    return InkMap(page)
  }

  @Test func aStackBesideAValueIsThreeLines() {
    let map = ink([Self.label, Self.caption, Self.value])
    let whole = Self.label.union(Self.caption).union(Self.value)
    let usual = map.usualHeight(of: [whole])
    #expect((10...16).contains(usual))
    let lines = map.unstacked(whole, usualHeight: 16)
    #expect(lines.count == 3)
    #expect(
      lines.contains { abs($0.bottom - Self.label.bottom) <= 1 && $0.left == Self.label.left })
    #expect(lines.contains { abs($0.top - Self.caption.top) <= 1 })
    #expect(lines.contains { abs($0.top - Self.value.top) <= 1 && $0.left == Self.value.left })
  }

  @Test func aLineOfItsOwnStaysWhole() {
    let map = ink([Self.value])
    #expect(map.unstacked(Self.value, usualHeight: 16) == [Self.value])
  }

  @Test func highPrintStaysWhole() {
    let title = Box(left: 10, top: 20, right: 210, bottom: 60)
    #expect(ink([title]).unstacked(title, usualHeight: 16).count == 1)
  }

  @Test func aValueThatStandsLowerIsNoPartOfItsLabel() {
    let lower = Box(left: 112, top: 24, right: 208, bottom: 40)
    #expect([Self.label, lower].joinedIntoLines { _, _ in false }.count == 2)
    let level = Box(left: 112, top: 20, right: 208, bottom: 36)
    #expect([Self.label, level].joinedIntoLines { _, _ in false }.count == 1)
  }

  @Test func aLineGrowsNoFurtherThanTheNext() {
    let below = Box(left: 20, top: 30, right: 96, bottom: 46)
    let line = Box(left: 110, top: 34, right: 200, bottom: 50)
    let grown = [below, line].grown { Box(left: 0, top: $0.top, right: 300, bottom: $0.bottom) }
    #expect(grown[1].left == 96)
    #expect(grown[0].right == 110)
  }
}
