import Cases
import Foundation

/// A page as Poppler draws it, to see what a reader would see.
struct Raster {
  static let dpi = 72.0

  let width: Int
  let height: Int
  private let pixels: [UInt8]

  init(_ pdf: [UInt8], page: Int, in hall: Hall) throws {
    let file = try hall.write(pdf, as: "page.pdf")
    let stem = hall.folder.appending(path: "page").path
    _ = try Tool(path: "/usr/bin/pdftoppm").output(
      "-r", "\(Int(Self.dpi))", "-f", "\(page)", "-l", "\(page)", "-singlefile", file, stem)
    let bytes = Array(try Data(contentsOf: URL(filePath: stem + ".ppm")))
    // `P6`, width and height, largest value; then three bytes a pixel.
    let head = bytes.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
    let size = String(decoding: head[1], as: UTF8.self).split(separator: " ").compactMap { Int($0) }
    (width, height) = (size[0], size[1])
    pixels = Array(head[3])
  }

  /// The box around everything red below that line.
  func redBox(below top: Int) -> Box? {
    var box: Box?
    for y in top..<height {
      for x in 0..<width where isRed(x, y) {
        let pixel = Box(
          left: Double(x), top: Double(y), right: Double(x + 1), bottom: Double(y + 1))
        box = box?.union(pixel) ?? pixel
      }
    }
    return box
  }

  /// How many pixels of these columns are red.
  func redCount(columns: Range<Int>) -> Int {
    var count = 0
    for y in 0..<height { count += columns.clamped(to: 0..<width).count { isRed($0, y) } }
    return count
  }
}

extension Raster {
  private func isRed(_ x: Int, _ y: Int) -> Bool {
    let place = (y * width + x) * 3
    return Int(pixels[place]) - Int(pixels[place + 1]) > 60
  }
}
