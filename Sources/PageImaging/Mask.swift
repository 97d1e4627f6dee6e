import CLeptonica
import Cases

// Words for pictures of one bit a pixel, in which a set pixel belongs to what is looked for.
extension PixImage {
  /// The pixels of a grey picture that are darker than that level.
  func pixels(darkerThan level: Int) throws(Problem) -> PixImage {
    try making { pixThresholdToBinary($0, Int32(level)) }
  }

  /// The pixels of a grey picture that are at least as light as that level.
  func pixels(from level: Int) throws(Problem) -> PixImage {
    try pixels(darkerThan: level).making { pixInvert(nil, $0) }
  }

  /// Gaps up to that size closed.
  func closed(_ width: Int, _ height: Int) throws(Problem) -> PixImage {
    try making { pixCloseSafeBrick(nil, $0, Int32(max(1, width)), Int32(max(1, height))) }
  }

  /// Without parts that a brick of that size does not fit into.
  func opened(_ width: Int, _ height: Int) throws(Problem) -> PixImage {
    try making { pixOpenBrick(nil, $0, Int32(max(1, width)), Int32(max(1, height))) }
  }

  func thickened(_ width: Int, _ height: Int) throws(Problem) -> PixImage {
    try making { pixDilateBrick(nil, $0, Int32(max(1, width)), Int32(max(1, height))) }
  }

  /// With every hole filled.
  func filled() throws(Problem) -> PixImage {
    let holes = try making { pixHolesByFilling($0, 4) }
    return try making(with: holes) { pixOr(nil, $0, $1) }
  }

  func minus(_ other: PixImage) throws(Problem) -> PixImage {
    try making(with: other) { pixSubtract(nil, $0, $1) }
  }

  /// Without parts that are smaller than that both ways.
  func withoutSpecks(under size: Int) throws(Problem) -> PixImage {
    let least = Int32(max(1, size))
    return try making {
      pixSelectBySize(
        $0, least, least, 8, Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GTE), nil)
    }
  }

  /// Only the parts that are at most that large both ways.
  func partsNotLarger(than size: Int) throws(Problem) -> PixImage {
    let most = Int32(max(1, size))
    return try making {
      pixSelectBySize($0, most, most, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE), nil)
    }
  }

  /// Set pixels white, the others black, or as told.
  func asGrey(set: UInt8 = 255, unset: UInt8 = 0) throws(Problem) -> PixImage {
    try making { pixConvert1To8(nil, $0, unset, set) }
  }

  /// Set pixels.
  var count: Int {
    var found: Int32 = 0
    return pixCountPixels(pix, &found, nil) == 0 ? Int(found) : 0
  }

  /// The smallest upright box around all set pixels.
  var contentBounds: Cases.Box? {
    var box: UnsafeMutablePointer<CLeptonica.Box>?
    defer { boxDestroy(&box) }
    guard pixClipToForeground(pix, nil, &box) == 0, let box else { return nil }
    return Cases.Box(box)
  }

  /// How far lines of print lean, in radians clockwise; nil where Leptonica's measure of how sharp the best angle
  /// is stays below `least`.
  func printAngle(within degrees: Double, least: Double) -> Double? {
    var (angle, confidence): (Float, Float) = (0, 0)
    let failed = pixFindSkewSweepAndSearch(
      pix, &angle, &confidence, 1, 1, Float(degrees), 0.5, 0.01)
    // Leptonica tells the turn that straightens.
    return failed == 0 && Double(confidence) >= least ? Double(-angle) * .pi / 180 : nil
  }
}

extension Cases.Box {
  init(_ box: UnsafeMutablePointer<CLeptonica.Box>) {
    var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    boxGetGeometry(box, &x, &y, &width, &height)
    self.init(
      left: Double(x), top: Double(y), right: Double(x + width), bottom: Double(y + height))
  }
}
