import CLeptonica
import Cases
import PageImaging
import Testing

/// Files that went wrong in any way give pages or a problem, and never stop the reader.
@Suite struct MutationTests {
  @Test func smallChangesNeverCrash() throws {
    let picture = try Encoded.picture(width: 160, height: 112, depth: 8) { x, y in
      (30..<130).contains(x) && (24..<88).contains(y) ? UInt32(60 + (x ^ y) & 63) : 250
    }
    let text = SmallPDF(
      page: "/MediaBox [0 0 60 80] \(SmallPDF.font)",
      content: SmallPDF.text([(5, 60, "Statement of words")]) + " 20 0 0 20 5 5 cm /I Do",
      objects: [SmallPDF.helvetica, SmallPDF.onePixel])
    let originals: [(bytes: [UInt8], rounds: Int)] = [
      (try picture.jpeg(), 150), (try picture.png(), 100), (try picture.file(IFF_TIFF_LZW), 75),
      (try picture.tiff(tag: 274, value: "6"), 75), (text.bytes, 100),
      (try picture.file(IFF_WEBP), 75), (try picture.file(IFF_BMP), 75),
    ]
    var numbers = SeededNumbers(seed: 42)
    var outcomes: [String: Int] = [:]
    for (bytes, rounds) in originals {
      for _ in 0..<rounds {
        outcomes[outcome(of: mutated(bytes, &numbers)), default: 0] += 1
      }
    }
    #expect(outcomes["read", default: 0] > 50, "\(outcomes)")
    #expect(outcomes.values.reduce(0, +) - outcomes["read", default: 0] > 50, "\(outcomes)")
  }

  private func outcome(of bytes: [UInt8]) -> String {
    guard let format = FileFormat(bytes) else { return "unknown" }
    let code = problemCode {
      let source = try PageSource(bytes: bytes, format: format)
      for number in 1...min(source.count, 3) {
        _ = try source.textLayer(number)
        let page = try source.page(number, dotsPerInch: 100)
        // What is larger is refused at the door.
        guard page.image.pixels.count < 1_000_000 else { continue }
        _ = try DocumentFinder.documents(on: page)
      }
    }
    return code ?? "read"
  }

  private func mutated(_ original: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &numbers) where bytes.count > 4 {
      let place = Int.random(in: 4..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<8, using: &numbers) {
      case 0: bytes.removeSubrange(place..<min(bytes.count, place + 4))
      case 1: bytes.insert(contentsOf: bytes.suffix(9), at: place)
      case 2: bytes.removeLast(min(bytes.count - place, 40))
      case 3: bytes[place] = [0x00, 0xFF, 0x7F, 0x80].randomElement(using: &numbers) ?? 0
      default: bytes[place] = UInt8.random(in: .min ... .max, using: &numbers)
      }
    }
    return bytes
  }
}
