import Cases

/// What lies around the documents, taken from the rim of the page.
struct PageBackground {
  /// Median of each channel.
  let level: [Int]
  /// Median distance from that, of the channel where it is largest.
  let spread: Int

  /// The level as a pixel of a Leptonica picture.
  var word: UInt32 {
    let parts = level.map { UInt32(clamping: $0) }
    return parts.count == 3 ? parts[0] << 24 | parts[1] << 16 | parts[2] << 8 : parts.first ?? 0
  }

  init(rimOf image: PageImage) {
    let margin = max(3, min(image.width, image.height) / 80)
    var levels: [Int] = []
    var spread = 0
    for channel in 0..<image.channels {
      let samples = Self.rim(of: image, channel: channel, margin: margin)
      let level = Self.median(samples)
      levels.append(level)
      spread = max(spread, Self.median(samples.map { abs($0 - level) }))
    }
    level = levels
    self.spread = spread
  }

  private static func rim(of image: PageImage, channel: Int, margin: Int) -> [Int] {
    var samples: [Int] = []
    for row in 0..<image.height {
      let whole = row < margin || row >= image.height - margin
      // On the other rows only the two ends belong to the rim.
      let columns = whole ? Array(0..<image.width) : Array(0..<min(margin, image.width))
      for column in columns {
        samples.append(Int(image.pixels[(row * image.width + column) * image.channels + channel]))
        if !whole {
          let opposite = image.width - 1 - column
          samples.append(
            Int(image.pixels[(row * image.width + opposite) * image.channels + channel]))
        }
      }
    }
    return samples
  }

  private static func median(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
