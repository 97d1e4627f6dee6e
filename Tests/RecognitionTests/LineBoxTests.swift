import Cases
import Testing

@testable import Recognition

struct LineBoxTests {
  private func box(_ left: Double, _ right: Double, top: Double = 0) -> Box {
    Box(left: left, top: top, right: right, bottom: top + 20)
  }

  @Test func piecesOfOneLineAreJoined() {
    let lines = [box(0, 100), box(120, 200), box(0, 90, top: 40)]
      .joinedIntoLines { _, _ in false }
    #expect(lines == [box(0, 200), box(0, 90, top: 40)])
  }

  @Test func columnsAndCellsStayApart() {
    #expect([box(0, 100), box(140, 200)].joinedIntoLines { _, _ in false }.count == 2)
    #expect([box(0, 100), box(110, 200)].joinedIntoLines { _, _ in true }.count == 2)
  }
}
