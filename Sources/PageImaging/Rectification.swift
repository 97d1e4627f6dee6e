import CLeptonica
import Cases

extension PixImage {
  /// No outline, however wild, asks for more memory than the largest page takes.
  private static let mostPixels = 120e6

  /// What lies inside the quadrilateral, as an upright picture of that size in whole pixels; white where it leaves
  /// the picture.
  func rectified(_ quad: Quadrilateral, width: Double, height: Double) throws(Problem) -> PixImage {
    guard width >= 1, height >= 1, width * height <= Self.mostPixels else { throw .damagedImage }
    let around = quad.polygon.bounds.grown(x: 2, y: 2)
      .clipped(width: Double(self.width), height: Double(self.height))
    guard around.width > 0, around.height > 0 else { throw .damagedImage }
    let (left, top) = (around.left.rounded(.down), around.top.rounded(.down))
    let canvas = try part(
      from: Point(left, top), width: max(around.right - left, width),
      height: max(around.bottom - top, height))
    let target = Cases.Box(left: 0, top: 0, right: width, bottom: height)
    let source = quad.mapped(.shift(-left, -top))
    return try canvas.projected(source.corners, onto: Polygon(target).corners).cropped(target)
  }

  /// A part that may reach beyond the picture, where it is white: Leptonica projects onto a picture as large as the
  /// one it is given.
  private func part(from: Point, width: Double, height: Double) throws(Problem) -> PixImage {
    let canvas = try making {
      pixCreate(Int32(width.rounded(.up)), Int32(height.rounded(.up)), pixGetDepth($0))
    }
    pixSetAll(canvas.pix)
    pixSetResolution(canvas.pix, Int32(dotsPerInch), Int32(dotsPerInch))
    pixRasterop(
      canvas.pix, Int32(-from.x), Int32(-from.y), Int32(self.width), Int32(self.height),
      Int32(PIX_SRC), pix, 0, 0)
    return canvas
  }

  private func projected(_ source: [Point], onto target: [Point]) throws(Problem) -> PixImage {
    var (from, to) = (Self.list(source), Self.list(target))
    defer {
      ptaDestroy(&from)
      ptaDestroy(&to)
    }
    return try making { pixProjectivePta($0, to, from, Int32(L_BRING_IN_WHITE)) }
  }

  private static func list(_ points: [Point]) -> UnsafeMutablePointer<PTA>? {
    let list = ptaCreate(Int32(points.count))
    for point in points { ptaAddPt(list, Float(point.x), Float(point.y)) }
    return list
  }

  /// The part inside an upright box.
  func cropped(_ box: Cases.Box) throws(Problem) -> PixImage {
    let inside = box.clipped(width: Double(width), height: Double(height))
    var area = boxCreate(
      Int32(inside.left), Int32(inside.top), Int32(max(1, inside.width.rounded())),
      Int32(max(1, inside.height.rounded())))
    defer { boxDestroy(&area) }
    return try making { pixClipRectangle($0, area, nil) }
  }

  /// Smoothed while it is made smaller.
  func scaled(width: Int, height: Int) throws(Problem) -> PixImage {
    try making { pixScaleToSize($0, Int32(max(1, width)), Int32(max(1, height))) }
  }
}
