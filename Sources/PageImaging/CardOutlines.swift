import CLeptonica
import Cases

/// Cards that stand out from what they lie on, by their edges.
enum CardOutlines {
  /// In pixels of the page.
  static func cards(on view: borrowing PageView) throws(Problem) -> [Quadrilateral] {
    var cards: [Quadrilateral] = []
    for levels in differences(on: view) {
      cards.add(
        try regions(try view.different(by: levels)).filter { isCard($0, on: view) }.map {
          $0.scaled(by: view.scale)
        })
      if !cards.isEmpty && !view.isSheet { break }
    }
    return cards
  }

  /// How many levels a card may differ from what it lies on: often only a little from the lid of the scanner; a rougher
  /// look finds one on a noisy background. On a copy whose paper came out pure white nothing is noise, and the finest
  /// look finds the thin grey line that is left of an edge.
  private static func differences(on view: borrowing PageView) -> [Int] {
    [8, 14, 24] + (view.background >= 254 ? [4] : [])
  }

  /// The straight-sided regions of a mask, holes filled and specks gone.
  private static func regions(_ mask: borrowing PixImage) throws(Problem) -> [Quadrilateral] {
    let closed = try PixImage(adopting: pixCloseSafeBrick(nil, mask.pix, 7, 7))
    let holes = try PixImage(adopting: pixHolesByFilling(closed.pix, 4))
    let filled = try PixImage(adopting: pixOr(nil, closed.pix, holes.pix))
    let opened = try PixImage(adopting: pixOpenBrick(nil, filled.pix, 21, 21))
    var parts: UnsafeMutablePointer<PIXA>?
    var boxes = pixConnComp(opened.pix, &parts, 8)
    defer {
      boxaDestroy(&boxes)
      pixaDestroy(&parts)
    }
    var found: [Quadrilateral] = []
    for index in 0..<pixaGetCount(parts) {
      let part = try PixImage(adopting: pixaGetPix(parts, index, Int32(L_CLONE)))
      var (left, top) = (Int32(0), Int32(0))
      boxaGetBoxGeometry(boxes, index, &left, &top, nil, nil)
      let outline = Outline(of: part)
      guard let shape = outline.quadrilateral, isFilled(shape, outline.area) else { continue }
      found.append(shape.map { Point($0.x + Double(left), $0.y + Double(top)) })
    }
    return found
  }

  /// Round corners take a hundredth or two; anything else that is missing is not a card.
  private static func isFilled(_ shape: Quadrilateral, _ area: Int) -> Bool {
    shape.area > 0 && (0.94...1.06).contains(Double(area) / shape.area)
  }

  /// Of a card's shape; on a sheet whose size is known, also of its size.
  private static func isCard(_ shape: Quadrilateral, on view: borrowing PageView) -> Bool {
    let (long, short) = (max(shape.width, shape.height), min(shape.width, shape.height))
    guard long > 100, abs(long / short / CardSize.aspect - 1) < 0.08 else { return false }
    guard view.isSheet, let unit = view.pixelsPerMillimetre else { return true }
    return abs(long / (CardSize.width * unit) - 1) < 0.15
  }
}
