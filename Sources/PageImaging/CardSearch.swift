import Cases

/// Finds a card's outline around its print.
struct CardSearch {
  let grey: PixImage
  let content: ContentClusters
  /// Where the print lies.
  let cluster: Box
  let pixelsPerMillimetre: Double

  /// How far around the print is looked, in millimetres.
  static let surroundings = 30.0

  /// Nil where the cluster turns out to be empty.
  func placement() throws(Problem) -> CardPlacement? {
    let around = Self.surroundings * pixelsPerMillimetre
    let size = cluster.grown(x: around, y: around)
    let (width, height) = (size.width.rounded(), size.height.rounded())
    let patch = Quadrilateral(
      middle: cluster.middle, width: width, height: height, angle: try angle())
    guard let inner = try blocks(in: patch, width: width, height: height),
      let toGrey = Projection(rectangle: width, height, to: patch)
    else { return nil }
    let straight = try grey.rectified(patch, width: width, height: height)
    guard let (x, y) = try edges(in: straight, around: inner) else { return nil }
    let corners = toGrey(Box(left: x.from, top: y.from, right: x.to, bottom: y.to)).corners
    return Quadrilateral(clockwise: corners).map {
      CardPlacement(outline: $0, clearSides: x.clearSides + y.clearSides)
    }
  }

  /// The left and right edge and the upper and lower one, for the card format that they fit best.
  private func edges(
    in straight: PixImage, around content: Box
  ) throws(Problem) -> (x: EdgePairSearch.Pair, y: EdgePairSearch.Pair)? {
    let across = EdgePairSearch(
      changes: BrightnessChange.acrossColumns(
        of: try straight.pageImage(), rows: Int(content.top)..<Int(content.bottom)),
      content: content.left..<content.right, pixelsPerMillimetre: pixelsPerMillimetre)
    // A quarter turn to the right makes columns of the rows, the lowest row first.
    let turned = try straight.turned(quarters: 3)
    let down = EdgePairSearch(
      changes: BrightnessChange.acrossColumns(
        of: try turned.pageImage(),
        rows: straight.width - Int(content.right)..<straight.width - Int(content.left)),
      content: content.top..<content.bottom, pixelsPerMillimetre: pixelsPerMillimetre)
    let lying = content.width >= content.height
    var best: (x: EdgePairSearch.Pair, y: EdgePairSearch.Pair)?
    for format in PaperFormat.cards {
      let (width, height) = lying ? (format.width, format.height) : (format.height, format.width)
      guard let x = across.pair(apart: width), let y = down.pair(apart: height) else { continue }
      if let best, best.x.score + best.y.score >= x.score + y.score { continue }
      best = (x, y)
    }
    return best
  }

  /// How far the print leans, in radians clockwise.
  private func angle() throws(Problem) -> Double {
    let margin = 3 * pixelsPerMillimetre
    let part = try content.print.cropped(cluster.grown(x: margin, y: margin))
    return part.printAngle(within: 8, least: 1.1) ?? 0
  }

  /// Bounds of the print in the straightened patch.
  private func blocks(
    in patch: Quadrilateral, width: Double, height: Double
  ) throws(Problem) -> Box? {
    let straight = try content.blocks.asGrey(set: 0, unset: 255)
      .rectified(patch, width: width, height: height)
    // The neighbouring card lies in the surroundings too.
    let margin = Self.surroundings * pixelsPerMillimetre * 0.8
    let inner = Box(left: margin, top: margin, right: width - margin, bottom: height - margin)
    guard let found = try straight.cropped(inner).pixels(darkerThan: 128).contentBounds else {
      return nil
    }
    return Box(
      left: margin + found.left, top: margin + found.top, right: margin + found.right,
      bottom: margin + found.bottom)
  }
}
