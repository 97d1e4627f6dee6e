import Cases
import Foundation

/// One printed line of a fictitious card, kept as a plain grey map (PGM).
struct SampleLine {
  let page: PageImage
  /// Where the number stands.
  let digits: Box
  let number: String

  static func load() throws -> SampleLine {
    let page = try page("id-number-line")
    let numbers = Box(left: 320, top: 30, right: 920, bottom: Double(page.height) - 25)
    return SampleLine(page: page, digits: numbers, number: "140105195910033807")
  }

  /// A picture of the folder `Golden`.
  static func page(_ name: String) throws -> PageImage {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name).pgm")
    let bytes = [UInt8](try Data(contentsOf: file))
    let header = String(decoding: bytes.prefix(64), as: UTF8.self).split(separator: "\n")
    let size = header[1].split(separator: " ").compactMap { Int($0) }
    return PageImage(
      width: size[0], height: size[1], channels: 1, dotsPerInch: 300,
      pixels: Array(bytes.suffix(size[0] * size[1])))
  }
}
