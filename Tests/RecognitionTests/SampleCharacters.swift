import Cases
import Foundation

/// Lines drawn by `Models/training/glyphs/lines.py` in fonts that the character reader was not trained with, kept as
/// plain grey maps (PGM).
struct SampleCharacters {
  static let models = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Models/glyphs")

  struct Entry: Decodable {
    let file: String
    /// Left, top, right, bottom.
    let box: [Double]
    let text: String
  }

  let page: PageImage
  let box: Box
  let text: String

  static func load() throws -> [SampleCharacters] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/characters")
    let listing = try String(
      contentsOf: folder.appending(path: "lines.jsonl"), encoding: .utf8)
    return try listing.split(separator: "\n").map { line in
      let entry = try JSONDecoder().decode(Entry.self, from: Data(line.utf8))
      return SampleCharacters(
        page: try greyMap(folder.appending(path: entry.file)),
        box: Box(
          left: entry.box[0], top: entry.box[1], right: entry.box[2], bottom: entry.box[3]),
        text: entry.text)
    }
  }

  private static func greyMap(_ file: URL) throws -> PageImage {
    let bytes = [UInt8](try Data(contentsOf: file))
    let header = String(decoding: bytes.prefix(32), as: UTF8.self).split(separator: "\n")
    let size = header[1].split(separator: " ").compactMap { Int($0) }
    return PageImage(
      width: size[0], height: size[1], channels: 1, dotsPerInch: 300,
      pixels: Array(bytes.suffix(size[0] * size[1])))
  }
}
