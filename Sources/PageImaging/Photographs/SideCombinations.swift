import Cases
import Foundation

/// Puts lines together by fours.
struct SideCombinations {
  private let lines: [SideLine]
  /// Of the picture.
  private let width, height: Double
  /// Of each two lines, where they cross.
  private let crossings: [[(here: Double, there: Double)?]]

  /// Sine of the angle between opposite sides, at most.
  private static let mostConvergence = 0.42
  /// Part of the picture that an outline takes at least, and by which corners may lie beyond it.
  private static let leastArea = 0.035
  private static let slack = 0.04
  /// Pixels; no side is shorter.
  private static let shortest = 24.0
  /// Evidence without which there is no side, and beyond which a side is not surer: printed frames are often clearer
  /// than the paper's border.
  private static let leastEvidence = 0.12
  private static let fullEvidence = 0.65
  /// Lines that are tried as the other two sides of two opposite ones.
  private static let mostCrossing = 20
  /// Part of a side next to its corners that is not looked at, for corners are rounded; and part of it beyond its
  /// corners, along which its line should be gone.
  private static let corner = 0.06
  private static let beyond = 0.14
  /// How many are kept for each one that is wanted, before those that are nearly the same are joined.
  private static let kept = 8

  init(lines: [SideLine], width: Int, height: Int) {
    self.lines = lines
    (self.width, self.height) = (Double(width), Double(height))
    crossings = lines.map { line in lines.map(line.crossing) }
  }

  /// The best ones by their sides and their size, no two of them nearly the same.
  func best(most: Int) -> [PaperOutline] {
    var found: [PaperOutline] = []
    for first in lines.indices {
      for second in lines.indices.dropFirst(first + 1) where areOpposite(first, second) {
        let across = sides(between: first, second)
        for (at, third) in across.enumerated() where third > first {
          for fourth in across.dropFirst(at + 1) where areOpposite(third, fourth) {
            if let outline = outline(first, second, third, fourth) { found.append(outline) }
          }
        }
        if found.count > 5 * Self.kept * most { found = Self.strongest(found, Self.kept * most) }
      }
    }
    return Self.joined(Self.strongest(found, Self.kept * most), most: most)
  }

  private static func strongest(_ found: [PaperOutline], _ count: Int) -> [PaperOutline] {
    Array(found.sorted { $0.score > $1.score }.prefix(count))
  }

  /// Of outlines that are nearly the same the clearest, with the best one's score.
  private static func joined(_ found: [PaperOutline], most: Int) -> [PaperOutline] {
    var kept: [PaperOutline] = []
    for outline in found {
      if let same = kept.firstIndex(where: outline.isNearly) {
        if kept[same].clearness < outline.clearness {
          kept[same].quad = outline.quad
          kept[same].clearness = outline.clearness
        }
      } else if kept.count < most {
        kept.append(outline)
      }
    }
    return kept
  }

  private func areOpposite(_ a: Int, _ b: Int) -> Bool {
    lines[a].sine(lines[b]) < Self.mostConvergence
  }

  /// The lines that cross both and have the most evidence between them.
  private func sides(between first: Int, _ second: Int) -> [Int] {
    var found: [(line: Int, evidence: Double)] = []
    for line in lines.indices where line != first && line != second {
      guard let a = crossings[line][first], let b = crossings[line][second],
        abs(a.here - b.here) > Self.shortest
      else { continue }
      let evidence = lines[line].evidence(a.here, b.here)
      if evidence > Self.leastEvidence { found.append((line, evidence)) }
    }
    found.sort { $0.evidence > $1.evidence }
    return found.prefix(Self.mostCrossing).map(\.line).sorted()
  }

  private func outline(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> PaperOutline? {
    guard let ac = crossings[a][c], let ad = crossings[a][d], let bc = crossings[b][c],
      let bd = crossings[b][d]
    else { return nil }
    let corners = [
      lines[a].point(ac.here), lines[a].point(ad.here), lines[b].point(bd.here),
      lines[b].point(bc.here),
    ]
    guard corners.allSatisfy(isNearPicture), let quad = Self.clockwise(corners),
      quad.area > Self.leastArea * width * height
    else { return nil }
    let spans = [
      (lines[a], ac.here, ad.here), (lines[d], ad.there, bd.there), (lines[b], bd.here, bc.here),
      (lines[c], bc.there, ac.there),
    ]
    let sides = spans.map { evidence(on: $0.0, $0.1, $0.2) }
    guard sides.allSatisfy({ $0 > Self.leastEvidence }), spans.count(where: { $0.0.isRim }) < 2
    else { return nil }
    let beyond = spans.map { goingOn(on: $0.0, $0.1, $0.2) }.reduce(0, +) / 4
    let sorted = sides.sorted()
    return PaperOutline(
      quad: quad, sides: sides, isCut: isCut(quad), beyond: beyond,
      clearness: spans.map { $0.0.change($0.1, $0.2) }.reduce(0, +) / 4,
      score: 0.5 * sides.reduce(0, +) / 4 + 0.25 * sorted[0] + 0.25 * sorted[1] - 0.25 * beyond
        + 0.1 * log(quad.area / (width * height)))
  }

  private func isNearPicture(_ p: Point) -> Bool {
    let slack = Self.slack * max(width, height)
    return p.x > -slack && p.y > -slack && p.x < width + slack && p.y < height + slack
  }

  private func isCut(_ quad: Quadrilateral) -> [Bool] {
    zip(quad.corners, quad.corners.dropFirst() + quad.corners.prefix(1)).map { p, q in
      let (x, y) = ((p.x + q.x) / 2, (p.y + q.y) / 2)
      return x < 4 || y < 4 || x > width - 5 || y > height - 5
    }
  }

  private func evidence(on line: SideLine, _ from: Double, _ to: Double) -> Double {
    let trim = (to - from) * Self.corner
    return min(1, line.evidence(from + trim, to - trim) / Self.fullEvidence)
  }

  private func goingOn(on line: SideLine, _ from: Double, _ to: Double) -> Double {
    guard !line.isRim else { return 0 }
    let reach = (to - from) * Self.beyond
    let gap = to > from ? 3.0 : -3
    return
      (line.evidence(from - gap - reach, from - gap)
      + line.evidence(to + gap, to + gap + reach)) / 2
  }

  private static func clockwise(_ corners: [Point]) -> Quadrilateral? {
    let area = zip(corners, corners.dropFirst() + corners.prefix(1))
      .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
    return Quadrilateral(clockwise: area > 0 ? corners : corners.reversed())
  }
}
