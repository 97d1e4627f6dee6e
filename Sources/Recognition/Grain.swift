extension GreyImage {
  /// Standard deviation of the grain that a camera leaves in bad light, as a part of the light in its place; print, edges and
  /// even paper hardly count.
  ///
  /// J. Immerkær, "Fast noise variance estimation", Computer Vision and Image Understanding 64 (1996), with the median in
  /// the place of the mean, and of every third pixel of every third row.
  var grain: Double {
    guard width >= 3, height >= 3 else { return 0 }
    var counts = [Int](repeating: 0, count: Self.grainSteps + 1)
    pixels.withUnsafeBufferPointer { pixels in
      for y in stride(from: 1, to: height - 1, by: 3) {
        for x in stride(from: 1, to: width - 1, by: 3) {
          let at = y * width + x
          let (above, below) = (at - width, at + width)
          let corners =
            Int(pixels[above - 1]) + Int(pixels[above + 1]) + Int(pixels[below - 1])
            + Int(pixels[below + 1])
          let sides =
            Int(pixels[above]) + Int(pixels[below]) + Int(pixels[at - 1]) + Int(pixels[at + 1])
          let middle = Int(pixels[at])
          let bend = abs(corners - 2 * sides + 4 * middle)
          let light = max(1, corners + sides + middle)
          counts[min(Self.grainSteps, 9 * bend * Self.grainSteps / light)] += 1
        }
      }
    }
    var rest = counts.reduce(0, +) / 2
    let middle = counts.firstIndex { count in
      rest -= count
      return rest < 0
    }
    return Double(middle ?? 0) / Double(Self.grainSteps) / Self.bendOfGrain
  }

  /// Steps in which bends are counted, up to one as strong as the light itself.
  private static let grainSteps = 1_000
  /// The median bend of grain with a standard deviation of one.
  private static let bendOfGrain = 0.6745 * 6

  /// Smoothed where it is grainy, as often as it needs to tell print from paper.
  func withoutGrain() -> GreyImage {
    var (image, grain) = (self, grain)
    while grain > Self.mostGrain {
      image = image.smoothed()
      grain *= Self.smoothing
    }
    return image
  }

  /// Ink is what is darker than the lightest paper around by a fifth; paper is no ink up to here.
  private static let mostGrain = 0.007
  /// What smoothing leaves of grain in which no pixel knows of the next one: √(1/4 + 2/16) along each side. Of that of a
  /// picture that was compressed more is left.
  private static let smoothing = 0.45

  /// By 1 2 1, across and down; the outermost pixels stay.
  func smoothed() -> GreyImage {
    guard width >= 3, height >= 3 else { return self }
    var across = pixels
    var both = pixels
    pixels.withUnsafeBufferPointer { source in
      across.withUnsafeMutableBufferPointer { across in
        for row in 0..<height {
          for at in row * width + 1..<row * width + width - 1 {
            let sum = Int(source[at - 1]) + 2 * Int(source[at]) + Int(source[at + 1])
            across[at] = UInt8((sum + 2) / 4)
          }
        }
        both.withUnsafeMutableBufferPointer { both in
          for at in width..<(height - 1) * width {
            let sum = Int(across[at - width]) + 2 * Int(across[at]) + Int(across[at + width])
            both[at] = UInt8((sum + 2) / 4)
          }
        }
      }
    }
    return GreyImage(width: width, height: height, pixels: both)
  }
}
