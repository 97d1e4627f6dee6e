import CLeptonica
import Cases

/// Cuts a quadrilateral out of a picture and makes it an upright rectangle of the same scale.
enum Rectification {
  /// Pixels. Nothing that is smaller can be read.
  private static let smallestSide = 16

  static func isLargeEnough(width: Int, height: Int) -> Bool {
    width >= smallestSide && height >= smallestSide
  }

  /// - Parameter toPage: from the picture's pixels to the submitted page.
  static func document(
    _ outline: Quadrilateral, toPage: Projection, picture: borrowing PixImage,
    pixelsPerMillimetre: Double?, isWholePage: Bool = false
  ) throws(Problem) -> DocumentImage {
    let (width, height) = (Int(outline.width.rounded()), Int(outline.height.rounded()))
    guard isLargeEnough(width: width, height: height) else { throw .damagedImage }
    let flat = Polygon(Box(left: 0, top: 0, right: Double(width), bottom: Double(height))).corners
    guard let toImage = Projection(taking: flat, to: outline.corners) else { throw .damagedImage }
    let image = try warped(picture, outline, flat, width, height)
    let toPage = toImage.then(toPage)
    return DocumentImage(
      image: image, toPage: toPage, polygon: Polygon(flat.map { toPage($0) }),
      pixelsPerMillimetre: pixelsPerMillimetre, isWholePage: isWholePage)
  }

  /// Leptonica gives a picture as large as the one it is given, so it is given just the part that matters, padded.
  private static func warped(
    _ picture: borrowing PixImage, _ outline: Quadrilateral, _ flat: [Point], _ width: Int,
    _ height: Int
  ) throws(Problem) -> PageImage {
    let bounds = Polygon(outline.corners).bounds.grown(x: 2, y: 2)
      .clipped(width: Double(picture.width), height: Double(picture.height))
    let (left, top) = (Int(bounds.left), Int(bounds.top))
    let region = boxCreate(
      Int32(left), Int32(top), Int32(Int(bounds.right) - left), Int32(Int(bounds.bottom) - top))
    defer {
      var doomed = region
      boxDestroy(&doomed)
    }
    let part = try PixImage(adopting: pixClipRectangle(picture.pix, region, nil))
    let padded = try PixImage(
      adopting: pixAddBorderGeneral(
        part.pix, 0, Int32(max(0, width - part.width)), 0, Int32(max(0, height - part.height)),
        0xFFFF_FF00))
    let from = outline.corners.map { Point($0.x - Double(left), $0.y - Double(top)) }
    let straight = try projected(padded, from: from, to: flat)
    let wanted = boxCreate(0, 0, Int32(width), Int32(height))
    defer {
      var doomed = wanted
      boxDestroy(&doomed)
    }
    let cut = try PixImage(adopting: pixClipRectangle(straight.pix, wanted, nil))
    return try cut.pageImage()
  }

  private static func projected(_ picture: borrowing PixImage, from: [Point], to: [Point])
    throws(Problem) -> PixImage
  {
    let (source, target) = (points(from), points(to))
    defer {
      var (a, b) = (source, target)
      ptaDestroy(&a)
      ptaDestroy(&b)
    }
    return try PixImage(
      adopting: pixProjectivePta(picture.pix, target, source, Int32(L_BRING_IN_WHITE)))
  }

  private static func points(_ corners: [Point]) -> UnsafeMutablePointer<PTA>? {
    let points = ptaCreate(4)
    for corner in corners { ptaAddPt(points, Float(corner.x), Float(corner.y)) }
    return points
  }
}
