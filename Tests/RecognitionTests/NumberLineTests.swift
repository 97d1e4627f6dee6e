import Testing

@testable import Recognition

struct NumberLineTests {
  private let line = GreyImage(width: 2, height: 3, pixels: [1, 2, 3, 4, 5, 6])

  @Test func aLowLineStandsInTheMiddle() {
    let centred = line.centred(inRows: 6)
    #expect(centred.height == 6 && centred.width == 2)
    #expect(centred.pixels == [250, 250, 1, 2, 3, 4, 5, 6, 250, 250, 250, 250])
  }

  @Test func aHighLineLosesItsEdges() {
    #expect(line.centred(inRows: 1).pixels == [3, 4])
  }

  @Test func aLineOfTheRightHeightIsLeftAlone() {
    #expect(line.centred(inRows: 3) == line)
  }
}
