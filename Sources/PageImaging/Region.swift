import Cases

/// The shape of one part of a mask without holes.
struct Region {
  /// The outer corners of the first and the last pixel of each row, enough to make the convex hull.
  let rim: [Point]
  /// In pixels.
  let area: Int

  init(_ part: MaskPart) throws(Problem) {
    let image = try part.mask.asGrey().pageImage()
    var rim: [Point] = []
    var area = 0
    let width = image.width
    for row in 0..<image.height {
      let line = image.pixels[row * width..<(row + 1) * width]
      guard let first = line.firstIndex(of: 255), let last = line.lastIndex(of: 255) else {
        continue
      }
      area += last - first + 1
      let from = part.box.left + Double(first - row * width)
      let to = part.box.left + Double(last - row * width) + 1
      for y in [part.box.top + Double(row), part.box.top + Double(row) + 1] {
        rim += [Point(from, y), Point(to, y)]
      }
    }
    self.rim = rim
    self.area = area
  }

  /// Reaches to all four borders of the page: then it is the paper itself, or the background was taken for one.
  func isWholePage(width: Int, height: Int) -> Bool {
    let bounds = Polygon(rim).bounds
    let near = max(2, Double(min(width, height)) / 100)
    return bounds.left <= near && bounds.top <= near && bounds.right >= Double(width) - near
      && bounds.bottom >= Double(height) - near
  }
}
