import CLeptonica
package import Cases

/// Whether anything is printed or written on a page.
///
/// A page that is wrongly taken for blank is lost to its case, and divides it; one that is wrongly taken for printed is only
/// looked at. So every doubt makes a page no blank one: allowed are specks of dust, punched holes, streaks over the whole
/// page, and what scanners make of the edges of the paper.
package enum BlankPage {
  /// - Throws: `damaged_image` where there is no memory for it.
  package static func isBlank(_ image: PageImage) throws(Problem) -> Bool {
    guard let ink = try InkMap(image) else { return false }
    let spots = try ink.mask.parts(limit: mostSpots + 1)
    guard spots.count <= mostSpots else { return false }
    var page = SparsePage(ink)
    page.hasRim = spots.contains(where: page.isRim)
    return spots.allSatisfy { page.mayHold($0) }
  }

  /// More dirt than this is a raster, or print that falls to pieces.
  private static let mostSpots = 3_000
}

/// A page on which nothing but dirt has been seen so far. Lengths in millimetres.
private struct SparsePage {
  /// The dot of an i in small print is about as large.
  private static let largestSpeck = 0.6
  /// Crumbs and ends of hairs; a digit of the smallest page numbers is larger.
  private static let largestCrumb = 1.5
  private static let mostCrumbs = 3
  /// A strip along the edges in which the paper's own edge, its shadow and the scanner's lid show.
  private static let rim = 12.0
  private static let widestStreak = 0.8
  /// Holes of ISO 838 have 6 mm, others up to 8, in the middle 12 mm from the edge.
  private static let hole = 4.5...9.0
  private static let farthestHole = 22.0
  private static let mostHoles = 8
  /// Specks that lie close together are print: so many in a square of so many millimetres, in so many squares.
  private static let (densest, square, mostDense) = (4, 5.0, 3)

  /// Whether something hangs on the picture's edges. It frays out where it ends, and that is no print.
  var hasRim = false

  private let scale: Double
  private let width: Double
  private let height: Double
  private var crumbs = 0
  private var holes = 0
  private var specks: [SIMD2<Int>: Int] = [:]
  private var dense = 0

  init(_ ink: InkMap) {
    scale = ink.pixelsPerMillimetre
    (width, height) = (Double(ink.mask.width), Double(ink.mask.height))
  }

  /// Whether this may be on a blank page, with all that was seen before.
  mutating func mayHold(_ spot: MaskPart) -> Bool {
    let size = max(spot.box.width, spot.box.height) / scale
    if size <= Self.largestSpeck { return mayHoldSpeck(spot.box) }
    if isRim(spot) || isStreak(spot.box) { return true }
    if isHole(spot) {
      holes += 1
      return holes <= Self.mostHoles
    }
    crumbs += 1
    return size <= Self.largestCrumb && crumbs <= Self.mostCrumbs && mayHoldSpeck(spot.box)
  }

  private mutating func mayHoldSpeck(_ box: Cases.Box) -> Bool {
    // A single pixel is noise of the sensor.
    guard box.width * box.height > 1, !(hasRim && isInRim(box)) else { return true }
    let place = SIMD2(Int(box.left / scale / Self.square), Int(box.top / scale / Self.square))
    specks[place, default: 0] += 1
    if specks[place] == Self.densest { dense += 1 }
    return dense < Self.mostDense
  }

  /// Whether it hangs on the picture's edge and does not leave the strip along the edges.
  func isRim(_ spot: MaskPart) -> Bool {
    let box = spot.box
    guard box.left <= 0 || box.top <= 0 || box.right >= width || box.bottom >= height else {
      return false
    }
    let rim = Self.rim * scale
    let inner = (
      left: max(0, rim - box.left), top: max(0, rim - box.top),
      right: min(box.width, width - rim - box.left), bottom: min(box.height, height - rim - box.top)
    )
    guard inner.right > inner.left, inner.bottom > inner.top else { return true }
    let window = boxCreate(
      Int32(inner.left), Int32(inner.top), Int32(inner.right - inner.left),
      Int32(inner.bottom - inner.top))
    defer {
      var doomed = window
      boxDestroy(&doomed)
    }
    guard let part = try? spot.mask.making({ pixClipRectangle($0, window, nil) }) else {
      return false
    }
    return part.count == 0
  }

  private func isInRim(_ box: Cases.Box) -> Bool {
    let rim = Self.rim * scale
    return min(box.left, box.top, width - box.right, height - box.bottom) < rim
  }

  /// Dirt on the glass of a feeder draws a line over the whole page.
  private func isStreak(_ box: Cases.Box) -> Bool {
    let widest = Self.widestStreak * scale
    return (box.width <= widest && box.height >= height * 0.9)
      || (box.height <= widest && box.width >= width * 0.9)
  }

  /// A full disc near an edge: it fills π/4 of its square.
  private func isHole(_ spot: MaskPart) -> Bool {
    let box = spot.box
    let (across, down) = (box.width / scale, box.height / scale)
    guard Self.hole.contains(across), Self.hole.contains(down), (0.8...1.25).contains(across / down)
    else { return false }
    let middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    let distance = min(middle.0, middle.1, width - middle.0, height - middle.1) / scale
    let fill = Double(spot.mask.count) / (box.width * box.height)
    return distance <= Self.farthestHole && (0.68...0.9).contains(fill)
  }
}
