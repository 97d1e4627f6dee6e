import CLeptonica
import Cases

/// Cards on a photocopy whose edges did not come out: blocks of print that together are as large as a card's print.
enum ContentBlocks {
  /// Millimetres. White inside a block; what a card's edge keeps free; white between the print of two cards; how
  /// much larger than a card a block may seem.
  private static let gap = 4.0
  private static let margin = 5.0
  private static let between = 7.0
  private static let slack = 3.0
  /// Of all print on the sheet, the part that must lie on cards: a page of text is not a page of cards.
  private static let leastShare = 0.85

  /// In pixels of the page; beside the cards that were found by their edges.
  static func cards(on view: borrowing PageView, beside found: [Quadrilateral]) throws(Problem)
    -> [Quadrilateral]
  {
    guard let unit = view.pixelsPerMillimetre else { return [] }
    // Well copied print first; then what came out faint.
    for levels in [40, 18] {
      let blocks = try blocks(on: view, darkerBy: levels, unit)
      let known = found.map { Polygon($0.scaled(by: 1 / view.scale).corners).bounds }
      let cards = gathered(blocks, unit).filter { block in
        isCardPrint(block, unit) && !known.contains { $0.holds(block.middle) }
      }
      let rest = blocks.filter { block in !(known + cards).contains { $0.holds(block.middle) } }
      guard !cards.isEmpty, areApart(cards, unit), area(rest) <= (1 - leastShare) * area(blocks)
      else { continue }
      return cards.map { card in
        let whole = card.grown(x: margin * unit, y: margin * unit)
          .clipped(width: Double(view.grey.width), height: Double(view.grey.height))
        return Quadrilateral.turned(whole, byDegrees: 0).scaled(by: view.scale)
      }
    }
    return []
  }

  private static func blocks(on view: borrowing PageView, darkerBy levels: Int, _ unit: Double)
    throws(Problem) -> [Cases.Box]
  {
    let ink = try PixImage(
      adopting: pixThresholdToBinary(view.grey.pix, Int32(max(1, view.background - levels))))
    // Streaks of the copier run over the whole sheet and would join everything.
    let streaks = try PixImage(adopting: pixOpenBrick(nil, ink.pix, 1, Int32(40 * unit)))
    let unstreaked = try PixImage(adopting: pixSubtract(nil, ink.pix, streaks.pix))
    // Dirt on the glass is smaller than print.
    let print = try PixImage(
      adopting: pixSelectBySize(
        unstreaked.pix, Int32(unit), Int32(unit), 8, Int32(L_SELECT_IF_BOTH),
        Int32(L_SELECT_IF_GTE), nil))
    let reach = Int32(max(3, gap * unit))
    let joined = try PixImage(adopting: pixCloseSafeBrick(nil, print.pix, reach, reach))
    var boxes = pixConnCompBB(joined.pix, 8)
    defer { boxaDestroy(&boxes) }
    return (0..<boxaGetCount(boxes)).map { index in
      var (x, y, w, h) = (Int32(0), Int32(0), Int32(0), Int32(0))
      boxaGetBoxGeometry(boxes, index, &x, &y, &w, &h)
      return Cases.Box(left: Double(x), top: Double(y), right: Double(x + w), bottom: Double(y + h))
    }.filter { $0.width > 4 * unit && $0.height > 1.5 * unit }
  }

  /// Joins the nearest blocks as long as what comes out still fits on a card.
  private static func gathered(_ blocks: [Cases.Box], _ unit: Double) -> [Cases.Box] {
    var groups = blocks
    while let (first, second) = nearestPair(in: groups, unit) {
      groups[first] = groups[first].union(groups[second])
      groups.remove(at: second)
    }
    return groups
  }

  private static func nearestPair(in groups: [Cases.Box], _ unit: Double) -> (Int, Int)? {
    var best: (pair: (Int, Int), distance: Double)?
    for first in groups.indices {
      for second in groups.indices where second > first {
        let union = groups[first].union(groups[second])
        guard union.width <= (CardSize.width + slack) * unit,
          union.height <= (CardSize.height + slack) * unit
        else { continue }
        let distance = groups[first].distance(to: groups[second])
        if distance < best?.distance ?? .infinity { best = ((first, second), distance) }
      }
    }
    return best?.pair
  }

  private static func isCardPrint(_ block: Cases.Box, _ unit: Double) -> Bool {
    block.width >= 45 * unit && block.height >= 25 * unit
  }

  private static func areApart(_ cards: [Cases.Box], _ unit: Double) -> Bool {
    cards.indices.allSatisfy { first in
      cards.indices.allSatisfy {
        $0 == first || cards[first].distance(to: cards[$0]) >= between * unit
      }
    }
  }

  private static func area(_ boxes: [Cases.Box]) -> Double {
    boxes.reduce(0) { $0 + $1.width * $1.height }
  }
}

extension Cases.Box {
  fileprivate func holds(_ point: Point) -> Bool {
    (left...right).contains(point.x) && (top...bottom).contains(point.y)
  }

  /// Of the nearest points.
  fileprivate func distance(to other: Cases.Box) -> Double {
    let x = max(0, max(left, other.left) - min(right, other.right))
    let y = max(0, max(top, other.top) - min(bottom, other.bottom))
    return (x * x + y * y).squareRoot()
  }
}
