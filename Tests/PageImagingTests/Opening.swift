import Cases
import Foundation
import PageImaging
import Testing

/// The first page of a file.
func firstPage(_ bytes: [UInt8]) throws -> SubmittedPage {
  let format = try #require(FileFormat(bytes))
  return try PageSource(bytes: bytes, format: format).page(1)
}

extension PageImage {
  /// Samples of one pixel.
  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    Array(pixels[(y * width + x) * channels..<(y * width + x + 1) * channels])
  }

  /// The middle of all pixels that are darker than half.
  var middleOfDark: Point {
    var (x, y, count) = (0.0, 0.0, 0.0)
    for row in 0..<height {
      for column in 0..<width where pixels[(row * width + column) * channels] < 128 {
        x += Double(column) + 0.5
        y += Double(row) + 0.5
        count += 1
      }
    }
    return Point(x / count, y / count)
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

/// The code of the problem that was thrown; nil where nothing was.
func problemCode(_ work: () throws -> Void) -> String? {
  do {
    try work()
    return nil
  } catch {
    return (error as? Problem)?.code ?? "\(error)"
  }
}

/// The package's folder.
let packageRoot = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
