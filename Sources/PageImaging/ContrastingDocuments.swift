import CLeptonica
import Cases

/// Documents that differ from an even background: cards on the glass of a flatbed, under a white or a black lid.
struct ContrastingDocuments {
  /// Least part of the page that a document takes.
  static let leastArea = 0.02
  /// Least part of its four-sided outline that a document fills: rounded corners take some.
  static let leastFill = 0.93
  /// Least part of it that differs from the background by itself: the inside of a printed frame does not.
  static let leastOwn = 0.3
  /// Angles may differ from right ones by this many radians: a flatbed has no perspective, a phone little.
  static let mostSkewness = 0.26
  /// How far a side is looked for from the rim of the region, in parts of the document's shorter side.
  static let reach = 0.03

  let view: FinderView

  /// Outlines in pixels of the page; empty where the background is uneven or nothing has four clear sides.
  func outlines() throws(Problem) -> [Quadrilateral] {
    let different = try differing()
    // Gaps closed, holes filled, specks and hairs gone.
    let solid = try different.closed(9, 9).filled().opened(25, 25)
    let toGrey = view.greyScale / view.smallScale
    let grey = try view.grey.pageImage()
    var found: [Quadrilateral] = []
    for part in try solid.parts(limit: 50) {
      let region = try Region(part)
      guard let guess = ConvexHull(of: region.rim).quadrilateral(), isPlausible(guess, region),
        try isFilled(part, in: different)
      else { continue }
      // A shadow widens the region by some pixels; the edge itself is the sharpest change nearby.
      let reach = max(6, min(guess.width, guess.height) * toGrey * Self.reach)
      let refinement = SideRefinement(picture: grey, outside: reach, inside: reach)
      let outline = try refinement.refined(guess.mapped(.scaling(toGrey, toGrey)))
      guard outline.clearSides >= 3 else { continue }
      found.append(outline.quad.mapped(.scaling(1 / view.greyScale, 1 / view.greyScale)))
    }
    return found
  }

  private func isPlausible(_ quad: Quadrilateral, _ region: Region) -> Bool {
    let page = Double(view.small.width * view.small.height)
    return quad.area > page * Self.leastArea && quad.skewness < Self.mostSkewness
      && Double(region.area) > quad.area * Self.leastFill
      && (0.4...2.5).contains(quad.width / max(1, quad.height))
      && !region.isWholePage(width: view.small.width, height: view.small.height)
  }

  private func isFilled(_ part: MaskPart, in different: PixImage) throws(Problem) -> Bool {
    let own = try different.cropped(part.box).count
    return Double(own) > part.box.width * part.box.height * Self.leastOwn
  }

  /// Where the page differs from its background.
  private func differing() throws(Problem) -> PixImage {
    let background = PageBackground(rimOf: try view.small.pageImage())
    let plain = try view.small.making { pixCreateTemplate($0) }
    pixSetAllArbitrary(plain.pix, background.word)
    var difference = try view.small.making(with: plain) { pixAbsDifference($0, $1) }
    if difference.depth == 32 {
      difference = try difference.making { pixConvertRGBToGrayMinMax($0, Int32(L_CHOOSE_MAX)) }
    }
    return try difference.pixels(from: min(128, max(6, 5 * background.spread)))
  }
}
