import Cases

/// How well a line can be seen at all. In blur two readers that agree prove nothing: look-alikes look alike to both.
package struct PrintQuality: Sendable, Equatable {
  /// From the topmost to the lowest ink, in pixels of the page.
  package var inkHeight: Double
  /// Width of the softest usual edges, as the deviation of a Gaussian in ink heights: 0.02 is sharp, 0.06 hard to
  /// read.
  package var blur: Double
  /// Grey levels between paper and ink, 0 to 1, once the paper is white.
  package var contrast: Double

  package init(inkHeight: Double, blur: Double, contrast: Double) {
    self.inkHeight = inkHeight
    self.blur = blur
    self.contrast = contrast
  }
}

extension CharacterStrip {
  var quality: PrintQuality {
    let contrast = self.contrast
    return PrintQuality(
      inkHeight: inkHeightOnPage, blur: blur(contrast: contrast), contrast: contrast / 255)
  }

  /// Between white paper (250) and the darkest twentieth of what is ink.
  private var contrast: Double {
    var histogram = [Int](repeating: 0, count: 256)
    for pixel in grey.rows(rows).pixels where pixel < inkLevel { histogram[Int(pixel)] += 1 }
    var rest = histogram.reduce(0, +) / 20
    for level in 0..<256 {
      rest -= histogram[level]
      if rest < 0 { return Double(250 - min(250, level)) }
    }
    return 0
  }

  /// An edge blurred by a Gaussian of deviation s rises by contrast / (s √2π) a pixel at its steepest. The rise that
  /// a fifth of all ink reaches is taken for it.
  private func blur(contrast: Double) -> Double {
    guard contrast > 1, height > 1 else { return 1 }
    var histogram = [Int](repeating: 0, count: 256)
    var count = 0
    for y in rows.dropFirst().dropLast() {
      for x in 1..<max(1, grey.width - 1) {
        let index = y * grey.width + x
        guard grey.pixels[index] < inkLevel else { continue }
        let across = abs(Int(grey.pixels[index + 1]) - Int(grey.pixels[index - 1]))
        let down = abs(
          Int(grey.pixels[index + grey.width]) - Int(grey.pixels[index - grey.width]))
        histogram[min(255, max(across, down))] += 1
        count += 1
      }
    }
    var rest = count / 5
    for rise in stride(from: 255, through: 1, by: -1) {
      rest -= histogram[rise]
      if rest < 0 { return min(1, contrast / (Double(rise) / 2 * 2.5066) / height) }
    }
    return 1
  }
}
