/// Fewer segments for the same shape: fonts have points at every extreme and where designers worked, which print does not need.
extension OutlineRing {
  /// - Parameter tolerance: how far a place of the contour may be from the simpler one, in the contour's units.
  package func simplified(within tolerance: Double) -> OutlineRing {
    var simple: [Piece] = []
    for piece in pieces.map({ $0.straightened(within: tolerance) }) {
      if let both = simple.last?.joined(with: piece, within: tolerance) {
        simple[simple.count - 1] = both
      } else {
        simple.append(piece)
      }
    }
    var ring = OutlineRing()
    for piece in simple { ring.append(piece) }
    return ring
  }
}

extension OutlineRing.Piece {
  /// As a line where it is hardly bent.
  fileprivate func straightened(within tolerance: Double) -> Self {
    guard !isLine else { return self }
    let line = Self(lineFrom: start, to: end, passing: passed)
    return line.keepsNear(passed, tolerance) ? line : self
  }

  /// One piece for both; nil where they would not be seen as one.
  fileprivate func joined(with next: Self, within tolerance: Double) -> Self? {
    guard isLine == next.isLine else { return nil }
    let places = passed + [end] + next.passed
    if isLine {
      let line = Self(lineFrom: start, to: next.end, passing: places)
      return line.keepsNear(places, tolerance) ? line : nil
    }
    for part in Self.parts(self, next) where (0.08...0.92).contains(part) {
      let curve = Self(
        curveFrom: start, start + (first - start) / part,
        next.end + (next.second - next.end) / (1 - part), to: next.end, passing: places)
      if curve.keepsNear(places, tolerance) { return curve }
    }
    return nil
  }

  /// Where on a common curve the one ends and the other begins: by the handles at that place, as if one curve had been cut
  /// there (de Casteljau), and by the lengths of both. None where they meet at an angle.
  private static func parts(_ one: Self, _ other: Self) -> [Double] {
    let (before, after) = (one.end - one.second, other.first - other.start)
    let lengths = (before.length, after.length)
    guard (before * after).sum() >= 0.9 * lengths.0 * lengths.1 else { return [] }
    let spans = (one.span, other.span)
    let bySpan = spans.0 / max(1e-9, spans.0 + spans.1)
    let sum = lengths.0 + lengths.1
    return sum > 0 ? [lengths.0 / sum, bySpan] : [bySpan]
  }

  /// Along the handles.
  private var span: Double {
    (first - start).length + (second - first).length + (end - second).length
  }

  private func keepsNear(_ places: [OutlineRing.Point], _ tolerance: Double) -> Bool {
    let chords = isLine ? [start, end] : (0...16).map { place(at: Double($0) / 16) }
    return places.allSatisfy { place in
      zip(chords, chords.dropFirst()).contains { place.distance(to: ($0, $1)) <= tolerance }
    }
  }
}

extension OutlineRing.Point {
  fileprivate var length: Double { (self * self).sum().squareRoot() }

  /// To the nearest place between two others.
  func distance(to chord: (Self, Self)) -> Double {
    let along = chord.1 - chord.0
    let square = (along * along).sum()
    guard square > 0 else { return (self - chord.0).length }
    let part = Swift.min(1, Swift.max(0, ((self - chord.0) * along).sum() / square))
    return (self - chord.0 - part * along).length
  }
}
