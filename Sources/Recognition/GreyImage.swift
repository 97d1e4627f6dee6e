import Cases

/// A grey picture, or a part of one: 8-bit samples row by row without padding, 0 black.
struct GreyImage: Equatable {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height, "one byte per sample")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// The part of a page inside whole-pixel bounds that lie on it, each block of `step` × `step` pixels made one by its
  /// darkest: thin strokes outlive a reduction.
  ///
  /// Of a coloured page the red channel: Chinese documents print values in black and labels in blue or black, and what
  /// lies over them (seals, stamps, gold watermarks) is red and vanishes.
  init(_ page: PageImage, bounds: PixelBounds, reducedBy step: Int = 1) {
    let step = max(1, step)
    let width = bounds.width / step
    let height = bounds.height / step
    let channels = page.channels
    let rowBytes = page.width * channels
    self.width = width
    self.height = height
    pixels = [UInt8](unsafeUninitializedCapacity: width * height) { out, count in
      page.pixels.withUnsafeBufferPointer { source in
        for row in 0..<height {
          for column in 0..<width {
            var darkest: UInt8 = 255
            for y in 0..<step {
              let start =
                (bounds.top + row * step + y) * rowBytes
                + (bounds.left + column * step) * channels
              for x in 0..<step { darkest = min(darkest, source[start + x * channels]) }
            }
            out[row * width + column] = darkest
          }
        }
      }
      count = width * height
    }
  }

  /// Black on white: what is darker than `level` is 0, all else 255.
  func binarized(at level: UInt8) -> GreyImage {
    GreyImage(width: width, height: height, pixels: pixels.map { $0 < level ? 0 : 255 })
  }

  var isEmpty: Bool { width == 0 || height == 0 }
}

/// Whole pixels that lie on a page; `right` and `bottom` just outside.
struct PixelBounds: Equatable {
  let left, top, right, bottom: Int

  var width: Int { right - left }
  var height: Int { bottom - top }

  /// Nil where nothing of the box lies on the page, or the box is no box.
  init?(_ box: Box, on page: PageImage) {
    guard box.left.isFinite, box.top.isFinite, box.right.isFinite, box.bottom.isFinite else {
      return nil
    }
    let clipped = box.clipped(width: Double(page.width), height: Double(page.height))
    guard clipped.width >= 1, clipped.height >= 1 else { return nil }
    left = Int(clipped.left)
    top = Int(clipped.top)
    right = Int(clipped.right)
    bottom = Int(clipped.bottom)
  }
}
