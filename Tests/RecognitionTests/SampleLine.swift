import Cases
import Foundation

/// One printed line of a fictitious card, kept as a plain grey map (PGM).
struct SampleLine {
  let page: PageImage
  /// Where the number stands.
  let digits: Box
  let number: String

  static func load() throws -> SampleLine {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/id-number-line.pgm")
    let bytes = [UInt8](try Data(contentsOf: file))
    let header = String(decoding: bytes.prefix(64), as: UTF8.self).split(separator: "\n")
    let size = header[1].split(separator: " ").compactMap { Int($0) }
    let page = PageImage(
      width: size[0], height: size[1], channels: 1, dotsPerInch: 300,
      pixels: Array(bytes.suffix(size[0] * size[1])))
    let numbers = Box(
      left: 320, top: 30, right: 920, bottom: Double(size[1]) - 25)
    return SampleLine(page: page, digits: numbers, number: "140105195910033807")
  }
}
