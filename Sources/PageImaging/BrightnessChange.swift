import Cases

/// Change of brightness from pixel to pixel, averaged along an edge that may be there.
enum BrightnessChange {
  /// Pixels on either side that take part.
  static let reach = 2
  /// A change counts up to this many grey levels, so that one letter or speck does not outvote a faint edge.
  static let most = 12

  /// Mean change from left to right just left of each column, over those rows.
  static func acrossColumns(of image: PageImage, rows: Range<Int>) -> [Double] {
    var sums = [Int](repeating: 0, count: image.width)
    let (width, limit) = (image.width, 2 * most)
    let rows = rows.clamped(to: 0..<image.height)
    guard width > 2 * reach, !rows.isEmpty else { return sums.map(Double.init) }
    image.pixels.withUnsafeBufferPointer { pixels in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in rows {
          var place = row * width + reach
          for column in reach..<width - reach {
            let after = Int(pixels[place]) + Int(pixels[place + 1])
            let before = Int(pixels[place - 1]) + Int(pixels[place - 2])
            sums[column] += max(-limit, min(limit, after - before))
            place += 1
          }
        }
      }
    }
    return sums.map { Double($0) / Double(2 * rows.count) }
  }
}
