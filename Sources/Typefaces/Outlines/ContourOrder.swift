/// Where each contour begins and in which order they are drawn makes no difference to what is seen, but to the bytes that it
/// takes: the line back to the start need not be said, and steps from contour to contour are short.
enum ContourOrder {
  /// - Parameter rings: closed; none is empty.
  static func arranged(_ rings: [[GlyphOutline.Placed]]) -> [GlyphOutline.Contour] {
    var rings = rings
    var pen = GlyphOutline.Vector(x: 0, y: 0)
    var contours: [GlyphOutline.Contour] = []
    while let next = cheapest(of: rings, from: pen) {
      let ring = rings.remove(at: next.ring)
      let turned = ring[next.start...] + ring[..<next.start]
      var contour = GlyphOutline.Contour(
        start: ring[next.start].start, segments: turned.map(\.segment))
      if case .line = contour.segments.last { contour.segments.removeLast() }
      pen = contour.segments.reduce(contour.start) { $0 + $1.whole }
      if !contour.segments.isEmpty { contours.append(contour) }
    }
    return contours
  }

  /// The ring to draw next and the segment to begin it with: the step there, less what its closing line saves.
  private static func cheapest(
    of rings: [[GlyphOutline.Placed]], from pen: GlyphOutline.Vector
  ) -> (ring: Int, start: Int)? {
    var best: (cost: Int, ring: Int, start: Int)?
    for (number, ring) in rings.enumerated() {
      for start in ring.indices {
        var cost = (ring[start].start - pen).bytes
        if case .line(let closing) = ring[(start + ring.count - 1) % ring.count].segment {
          cost -= closing.bytes
        }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, number, start) }
      }
    }
    return best.map { ($0.ring, $0.start) }
  }
}

extension GlyphOutline.Vector {
  /// What it takes as an argument: nothing is said along an axis that it does not move on.
  fileprivate var bytes: Int {
    [x, y].filter { $0 != 0 }.reduce(0) { $0 + CharString.bytes(of: $1) }
  }
}
