import CLeptonica
import Cases

/// Groups what is printed on a sparse page into blocks that lie apart: on a copy of cards, the cards.
struct ContentClusters {
  /// What is printed, without specks and without streaks over the whole sheet.
  let print: PixImage
  /// Words and pictures as solid blocks; thin lines, outlines of cards among them, are gone.
  let blocks: PixImage
  /// Folds of the sheet and scratches on the glass.
  let streaks: PixImage
  let pixelsPerMillimetre: Double

  init(ink: PixImage, pixelsPerMillimetre mm: Double) throws(Problem) {
    pixelsPerMillimetre = mm
    let (length, gap) = (Int(mm * 40), Int(mm * 20))
    let falling = try ink.opened(1, length).closed(3, gap)
      .withoutParts { $0.height < Double(ink.height) * 0.7 }.thickened(3, 1)
    let lying = try ink.opened(length, 1).closed(gap, 3)
      .withoutParts { $0.width < Double(ink.width) * 0.7 }.thickened(1, 3)
    streaks = try falling.making(with: lying) { pixOr(nil, $0, $1) }
    print = try ink.minus(streaks).withoutSpecks(under: Int(mm * 0.8))
    let thinnest = Int(mm * 1.5)
    blocks = try print.closed(Int(mm * 3.5), thinnest).opened(thinnest, thinnest)
      .withoutSpecks(under: Int(mm * 3))
  }

  /// Boxes that no card is larger than, or none where the page is no copy of cards.
  func boxes() throws(Problem) -> [Cases.Box] {
    let mm = pixelsPerMillimetre
    let parts = blocks.partBoxes(limit: 400)
    let framed = print.partBoxes(limit: 5_000)
    guard parts.count < 200, (parts + framed).allSatisfy({ Self.fitsCard($0, mm) }) else {
      return []
    }
    var clusters = parts
    while let (first, second) = nearestPair(in: clusters) {
      let other = clusters.remove(at: second)
      clusters[first] = clusters[first].union(other)
    }
    let cards = clusters.filter {
      max($0.width, $0.height) > 45 * mm && min($0.width, $0.height) > 22 * mm
    }
    let cardArea = cards.reduce(0) { $0 + $1.width * $1.height }
    let allArea = clusters.reduce(0) { $0 + $1.width * $1.height }
    return (1...4).contains(cards.count) && cardArea > allArea * 0.8 ? cards : []
  }

  private func nearestPair(in boxes: [Cases.Box]) -> (Int, Int)? {
    var best: (gap: Double, first: Int, second: Int)?
    for first in boxes.indices {
      for second in boxes.indices.dropFirst(first + 1) {
        let (a, b) = (boxes[first], boxes[second])
        let across = max(0, max(a.left, b.left) - min(a.right, b.right))
        let down = max(0, max(a.top, b.top) - min(a.bottom, b.bottom))
        let gap = max(across, down)
        if gap < best?.gap ?? 20 * pixelsPerMillimetre,
          Self.fitsCard(a.union(b), pixelsPerMillimetre)
        {
          best = (gap, first, second)
        }
      }
    }
    return best.map { ($0.first, $0.second) }
  }

  /// The largest card is a passport's page.
  private static func fitsCard(_ box: Cases.Box, _ mm: Double) -> Bool {
    max(box.width, box.height) < 130 * mm && min(box.width, box.height) < 94 * mm
  }
}
