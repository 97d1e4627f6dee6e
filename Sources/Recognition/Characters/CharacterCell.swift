/// Where one character stands in a strip.
struct CharacterCell: Hashable {
  /// Cuts: nothing beyond them belongs to the character.
  let left: Double
  let right: Double
  /// First and past-last column of its ink.
  let ink: Range<Int>
}

/// One of several slightly different ways to look at a character. What is seen whichever way one looks is there;
/// what hangs on a pixel is not.
struct CharacterLook {
  /// Of the side of the square.
  let scale: Double
  /// Of the square's middle, in ink heights, to the right and down.
  let shift: Double

  static let straight = [CharacterLook(scale: 1, shift: 0)]
  static let several = [
    CharacterLook(scale: 1, shift: 0), CharacterLook(scale: 0.95, shift: 0),
    CharacterLook(scale: 1.06, shift: 0), CharacterLook(scale: 1, shift: 0.03),
    CharacterLook(scale: 1, shift: -0.03),
  ]
}

extension CharacterStrip {
  /// A character as the network wants it: ink (255 − grey) in a square around it, blank outside of its cell, with
  /// mean 0 and about deviation 1.
  ///
  /// `cut` and `standardised` in `Models/training/glyphs` do the same.
  func appendCrop(
    _ cell: CharacterCell, _ look: CharacterLook, side: Int, square: Double,
    to crops: inout [Float]
  ) {
    let extent = square * height * look.scale
    let shift = look.shift * height
    let middleX = Double(cell.ink.lowerBound + cell.ink.upperBound) / 2 + shift
    let middleY = Double(rows.lowerBound + rows.upperBound) / 2 + shift
    let across = max(extent, Double(cell.ink.count) * 1.04 * look.scale) / Double(side)
    let down = extent / Double(side)
    let first = crops.count
    grey.pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<side {
        let y = middleY + (Double(row) + 0.5 - Double(side) / 2) * down - 0.5
        for column in 0..<side {
          let edge = middleX + (Double(column) + 0.5 - Double(side) / 2) * across
          guard edge > cell.left, edge < cell.right else {
            crops.append(0)
            continue
          }
          crops.append(ink(pixels, x: edge - 0.5, y: y))
        }
      }
    }
    standardise(&crops, from: first)
  }

  /// Ink between four pixels; what lies outside the strip is blank.
  private func ink(_ pixels: UnsafeBufferPointer<UInt8>, x: Double, y: Double) -> Float {
    let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let (u, v) = (Float(x - Double(left)), Float(y - Double(top)))
    func at(_ x: Int, _ y: Int) -> Float {
      guard x >= 0, y >= 0, x < grey.width, y < grey.height else { return 0 }
      return 255 - Float(pixels[y * grey.width + x])
    }
    let upper = at(left, top) * (1 - u) + at(left + 1, top) * u
    let lower = at(left, top + 1) * (1 - u) + at(left + 1, top + 1) * u
    return upper * (1 - v) + lower * v
  }

  /// Noise on blank paper stays small: 8 grey levels are added to the deviation.
  private func standardise(_ crops: inout [Float], from first: Int) {
    crops.withUnsafeMutableBufferPointer { crops in
      let count = Float(crops.count - first)
      var (sum, squares): (Float, Float) = (0, 0)
      for index in first..<crops.count { sum += crops[index] }
      let mean = sum / count
      for index in first..<crops.count {
        crops[index] -= mean
        squares += crops[index] * crops[index]
      }
      let factor = 1 / ((squares / count).squareRoot() + 8)
      for index in first..<crops.count { crops[index] *= factor }
    }
  }
}
