import Cases

/// Where a page is darker than the paper around: printed, written on, or dirty.
///
/// The page is made so small that a dot of 300 dpi is a half, the paper's light is divided out, and what is left is compared
/// with white. Print that shines through from the back stays lighter than that: thin paper lets about a tenth through.
struct InkMap {
  /// Set where there is ink.
  let mask: PixImage
  let pixelsPerMillimetre: Double

  /// Pixels for a millimetre that are enough to see the smallest print.
  private static let resolution = 6.0
  /// How much darker than its surroundings ink is, as a share of their light.
  private static let leastContrast: Float = 0.17
  /// What is darker as a whole is no paper; 0 to 255 in the darkest colour.
  private static let darkestPaper: Float = 90

  /// Nil where the page is too coarse, or too dark, to say that nothing is on it.
  init?(_ image: PageImage) throws(Problem) {
    let stated = Self.pixelsPerMillimetre(of: image)
    let side = max(1, Int((stated / Self.resolution).rounded()))
    let grey = image.darkestReduced(by: side)
    pixelsPerMillimetre = stated / Double(side)
    guard pixelsPerMillimetre > 2.5, min(grey.width, grey.height) >= 200,
      let light = PaperField(grey, pixelsPerMillimetre), light.level >= Self.darkestPaper
    else { return nil }
    mask = try PixImage(light.ink(on: grey, contrast: Self.leastContrast)).pixels(darkerThan: 128)
  }

  /// What the file says, where that makes a page between a card and a drawing; else as if it were A4, which makes what is on a
  /// smaller page look larger and not smaller.
  private static func pixelsPerMillimetre(of image: PageImage) -> Double {
    let long = Double(max(image.width, image.height))
    let stated = Double(image.dotsPerInch) / 25.4
    return stated > 0 && (80...1_300).contains(long / stated) ? stated : long / 297
  }
}

/// The light of the paper over a page.
private struct PaperField {
  /// Cells of two millimetres; each has the light that a fifth of its pixels exceed.
  private let levels: [Float]
  private let columns: Int
  private let rows: Int
  private let side: Int

  /// Of the cell in the middle of all, 0 to 255.
  var level: Float { levels.quantile(0.5) ?? 0 }

  init?(_ grey: PageImage, _ pixelsPerMillimetre: Double) {
    side = max(2, Int((2 * pixelsPerMillimetre).rounded()))
    (columns, rows) = (grey.width / side, grey.height / side)
    guard columns >= Self.window, rows >= Self.window else { return nil }
    let own = Self.lightSides(of: grey, side: side, columns: columns, rows: rows)
    levels = Self.smoothed(own, columns: columns, rows: rows)
  }

  private static func lightSides(of grey: PageImage, side: Int, columns: Int, rows: Int) -> [Float]
  {
    var found: [Float] = []
    found.reserveCapacity(columns * rows)
    grey.pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<rows {
        for column in 0..<columns {
          var counts = [Int](repeating: 0, count: 256)
          for y in row * side..<(row + 1) * side {
            for x in column * side..<(column + 1) * side {
              counts[Int(pixels[y * grey.width + x])] += 1
            }
          }
          var (lighter, level) = (0, 255)
          while level > 0 {
            lighter += counts[level]
            if lighter * 5 >= side * side { break }
            level -= 1
          }
          found.append(Float(level))
        }
      }
    }
    return found
  }

  /// Cells across the square in which the paper of a cell is looked for. It is moved inwards at the edges, so that a dark
  /// edge, and a corner of two, is still the smaller part of it.
  private static let window = 9

  /// Of the square around a cell the light that a fifth exceed: a hole, a pen stroke or a dark edge is none of the paper.
  private static func smoothed(_ levels: [Float], columns: Int, rows: Int) -> [Float] {
    var smooth: [Float] = []
    smooth.reserveCapacity(levels.count)
    for row in 0..<rows {
      let top = min(max(0, row - window / 2), rows - window)
      for column in 0..<columns {
        let left = min(max(0, column - window / 2), columns - window)
        var near: [Float] = []
        near.reserveCapacity(window * window)
        for y in top..<top + window {
          near += levels[y * columns + left..<y * columns + left + window]
        }
        smooth.append(near.quantile(0.8) ?? 0)
      }
    }
    return smooth
  }

  /// Black where a pixel is darker than the paper by that share of its light, else white.
  func ink(on grey: PageImage, contrast: Float) -> PageImage {
    let limits = levels.map { $0 * (1 - contrast) }
    let pixels = [UInt8](unsafeUninitializedCapacity: grey.pixels.count) { out, count in
      grey.pixels.withUnsafeBufferPointer { pixels in
        for y in 0..<grey.height {
          let (above, below, down) = neighbours(of: y, count: rows)
          for x in 0..<grey.width {
            let (left, right, across) = neighbours(of: x, count: columns)
            let upper = mixed(
              limits[above * columns + left], limits[above * columns + right], across)
            let lower = mixed(
              limits[below * columns + left], limits[below * columns + right], across)
            let index = y * grey.width + x
            out[index] = Float(pixels[index]) < mixed(upper, lower, down) ? 0 : 255
          }
        }
      }
      count = grey.pixels.count
    }
    return PageImage(
      width: grey.width, height: grey.height, channels: 1, dotsPerInch: 0, pixels: pixels)
  }

  /// The cells before and behind a pixel, and how far it is on the way from one to the other.
  @inline(__always)
  private func neighbours(of pixel: Int, count: Int) -> (Int, Int, Float) {
    let place = (Float(pixel) + 0.5) / Float(side) - 0.5
    let first = min(max(0, Int(place.rounded(.down))), count - 1)
    return (first, min(first + 1, count - 1), min(max(0, place - Float(first)), 1))
  }

  @inline(__always)
  private func mixed(_ one: Float, _ other: Float, _ share: Float) -> Float {
    one + (other - one) * share
  }
}
