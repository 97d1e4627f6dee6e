import Cases
import Testing

@testable import Recognition

/// Boxes that are put together of a label and a layout can lie anywhere.
struct BoxPixelsTests {
  @Test(arguments: [
    (Box(left: 10.7, top: 0, right: 20.2, bottom: 1), 10..<20),
    (Box(left: -5, top: 0, right: 20, bottom: 1), 0..<20),
    (Box(left: 90, top: 0, right: 300, bottom: 1), 90..<100),
    (Box(left: 300, top: 0, right: 400, bottom: 1), 100..<100),
    (Box(left: -9, top: 0, right: -1, bottom: 1), 0..<0),
    (Box(left: 60, top: 0, right: 40, bottom: 1), 60..<60),
    (Box(left: .nan, top: 0, right: 40, bottom: 1), 0..<0),
    (Box(left: 0, top: 0, right: .infinity, bottom: 1), 0..<0),
  ])
  func onlyPixelsOfThePicture(_ box: Box, _ columns: Range<Int>) {
    #expect(box.columns(within: 100) == columns)
    let turned = Box(left: box.top, top: box.left, right: box.bottom, bottom: box.right)
    #expect(turned.rows(within: 100) == columns)
  }

  @Test func aBoxThatIsInsideOutIsNoLine() throws {
    let sample = try SampleLine.load()
    let (left, right) = (sample.digits.right, sample.digits.right - 20)
    let box = Box(
      left: left, top: sample.digits.top, right: right, bottom: sample.digits.bottom)
    #expect(LineImage(sample.page, box: box, gap: 0.5, thickened: true) == nil)
    #expect(LineImage(sample.page, box: sample.digits, gap: 0.5, thickened: true) != nil)
  }
}
