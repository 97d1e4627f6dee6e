import Cases
import Foundation
import ResultCodes
import Testing

/// A stack as a scanner makes a PDF of it: a picture a page.
struct StackSketch {
  enum Page {
    /// A picture of the samples, at 300 dpi.
    case sample(String)
    /// A separator sheet with that text.
    case sheet(String)
    /// The same, turned by so many degrees and so much smaller.
    case turned(String, Double, Double)
    case blank
  }

  private let pages: [Page]

  init(_ pages: [Page]) { self.pages = pages }

  /// - Parameter number: makes it another file that reads the same.
  func pdf(_ number: Int = 0) throws -> [UInt8] {
    var sketch = PDFSketch()
    let kids = pages.indices.map { "\(10 * $0 + 10) 0 R" }.joined(separator: " ")
    sketch[2] = "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>"
    for (index, page) in pages.enumerated() { try add(page, at: 10 * index + 10, to: &sketch) }
    return sketch.bytes() + Array("%\(number)\n".utf8)
  }

  private func add(_ page: Page, at number: Int, to sketch: inout PDFSketch) throws {
    var (box, resources, content) = ("[0 0 595 842]", "", "0 0 m")
    switch page {
    case .blank: break
    case .sheet(let text): content = Self.drawing(of: try QRCoder.symbol(ofSheet: text))
    case .turned(let text, let degrees, let scale):
      // PDF knows no exponents.
      func rounded(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 }
      let sine = rounded(scale * sin(degrees * .pi / 180))
      let cosine = rounded(scale * cos(degrees * .pi / 180))
      content =
        "q \(cosine) \(sine) \(-sine) \(cosine) 300 420 cm 1 0 0 1 -200 -600 cm "
        + Self.drawing(of: try QRCoder.symbol(ofSheet: text)) + " Q"
    case .sample(let path):
      let jpeg = try KanheProgram.samples.appendingPathComponent(path).bytes
      let (width, height) = try Self.size(of: jpeg)
      let points = (Double(width) * 0.24, Double(height) * 0.24)
      box = "[0 0 \(points.0) \(points.1)]"
      resources = "/XObject << /I \(number + 2) 0 R >>"
      content = "q \(points.0) 0 0 \(points.1) 0 0 cm /I Do Q"
      sketch.stream(
        number + 2,
        "/Type /XObject /Subtype /Image /Width \(width) /Height \(height) /BitsPerComponent 8 "
          + "/ColorSpace /DeviceRGB /Filter /DCTDecode", jpeg)
    }
    sketch[number] =
      "<< /Type /Page /Parent 2 0 R /MediaBox \(box) /Contents \(number + 1) 0 R "
      + "/Resources << \(resources) >> >>"
    sketch.stream(number + 1, "", Array(content.utf8))
  }

  private static func drawing(of symbol: QRSymbol) -> String {
    symbol.modules.indices.filter { symbol.modules[$0] }.map { index in
      let (row, column) = index.quotientAndRemainder(dividingBy: symbol.width)
      return "\(100 + 8 * column) \(700 - 8 * row) 8 8 re"
    }.joined(separator: "\n") + " f"
  }

  /// From the frame header (ISO 10918-1, B.2.2).
  private static func size(of jpeg: [UInt8]) throws -> (Int, Int) {
    var place = 2
    while place + 9 < jpeg.count, jpeg[place] == 0xFF {
      if (0xC0...0xC2).contains(jpeg[place + 1]) {
        func number(_ at: Int) -> Int { Int(jpeg[place + at]) << 8 | Int(jpeg[place + at + 1]) }
        return (number(7), number(5))
      }
      place += 2 + Int(jpeg[place + 2]) << 8 + Int(jpeg[place + 3])
    }
    throw CocoaError(.fileReadCorruptFile)
  }
}
