import CLeptonica
import Cases
import Foundation
import Testing

@testable import PageImaging

/// Pages that nobody chose: paper, dirt, holes, edges and shine-through at random, JPEG as scanners write it; half of them
/// with a little print somewhere. `KANHE_BLANK_PAGES` and `KANHE_SEED` make it more and others.
@Suite struct RandomPageTests {
  @Test func noPrintIsTakenForABlankPage() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["KANHE_BLANK_PAGES"].flatMap { Int($0) } ?? 24
    var numbers = SeededNumbers(seed: environment["KANHE_SEED"].flatMap { UInt64($0) } ?? 5)
    var (blank, seen) = (0, 0)
    for number in 0..<count {
      let page = RandomPage(isPrinted: number % 2 == 1, &numbers)
      let judged = try BlankPage.isBlank(firstPage(try page.jpeg()).image)
      if page.print != nil {
        #expect(!judged, "\(number): \(page.print ?? "")")
      } else {
        blank += 1
        if judged { seen += 1 }
      }
    }
    print(
      "blank pages: \(seen) of \(blank) known, of \(count - blank) printed ones none was taken for blank unless said"
    )
    // Half of them lie in a broad shadow, in which nobody is sure.
    #expect(seen * 10 >= blank * 4)
  }
}

/// A page at random.
private struct RandomPage {
  private let sheet: Sheet
  private let noise: Double
  private let quality: Int32
  private let seed: UInt64
  /// What is printed on it; nil for nothing.
  let print: String?

  init(isPrinted: Bool, _ numbers: inout SeededNumbers) {
    let paper = Double.random(in: 0.82...1, using: &numbers)
    sheet = Sheet(grey: paper)
    noise = .random(in: 1...7, using: &numbers)
    quality = .random(in: 60...92, using: &numbers)
    seed = numbers.next()
    if Bool.random(using: &numbers) {
      let through = paper * .random(in: 0.88...0.96, using: &numbers)
      sheet.lines(from: 30, count: .random(in: 3...40, using: &numbers), size: 11, grey: through)
    }
    for y in [108.5, 188.5].prefix(.random(in: 0...2, using: &numbers)) {
      sheet.disc(12, y, radius: .random(in: 2.6...3.4, using: &numbers), grey: 0.15)
    }
    if Bool.random(using: &numbers) {
      sheet.bar(0, 0, 210, .random(in: 0.5...6, using: &numbers), grey: 0.1)
    }
    if Bool.random(using: &numbers) {
      sheet.wedge(
        from: .random(in: 0...4, using: &numbers), to: .random(in: 0.5...9, using: &numbers),
        grey: .random(in: 0...0.6, using: &numbers))
    }
    if Bool.random(using: &numbers) { sheet.shadow(width: 25, darkest: 0.6) }
    for _ in 0..<Int.random(in: 0...120, using: &numbers) {
      sheet.disc(
        .random(in: 3...207, using: &numbers), .random(in: 3...294, using: &numbers),
        radius: .random(in: 0.03...0.2, using: &numbers), grey: 0.3)
    }
    print = isPrinted ? Self.draw(on: sheet, &numbers) : nil
  }

  private static func draw(on sheet: Sheet, _ numbers: inout SeededNumbers) -> String {
    let (x, y) = (
      Double.random(in: 25...150, using: &numbers), Double.random(in: 20...280, using: &numbers)
    )
    let grey = Double.random(in: 0.05...0.5, using: &numbers)
    let size = Double.random(in: 6...12, using: &numbers)
    switch Int.random(in: 0...4, using: &numbers) {
    case 0:
      sheet.text("经核对，与原件一致。Seen 2026.", x: x, y: y, size: size, grey: grey)
      return "words of \(size) pt, grey \(grey), at \(x) \(y)"
    case 1:
      sheet.text("\(Int.random(in: 1...99, using: &numbers))", x: x, y: y, size: size, grey: grey)
      return "a page number of \(size) pt, grey \(grey), at \(x) \(y)"
    case 2:
      let width = Double.random(in: 0.25...0.7, using: &numbers)
      sheet.signature(x: x, y: y, ink: [grey, grey, 0.6], width: width)
      return "a signature of \(width) mm, grey \(grey), at \(x) \(y)"
    case 3:
      sheet.stroke([(x, y), (x + 2, y + 3), (x + 6, y - 5)], ink: [grey, grey, grey], width: 0.4)
      return "a tick, grey \(grey), at \(x) \(y)"
    default:
      sheet.ring(x, y, radius: 8, line: 0.6, ink: [0.85, 0.35, 0.35])
      return "a seal at \(x) \(y)"
    }
  }

  func jpeg() throws -> [UInt8] {
    let image = try firstPage(sheet.png).image.noisy(by: noise, seed: seed)
    let picture = try PixImage(image)
    return try Encoded.bytes { pixWriteMemJpeg(&$0, &$1, picture.pix, quality, 0) }
  }
}
