import Cases
import Foundation

/// Chooses, among outlines of which many overlap, those that lie on a photograph together.
struct Arrangements {
  private let candidates: [PaperOutline]
  /// Which candidates have the shape of an identity card.
  private let isCard: [Bool]

  /// How much worse than the best one another document on the same photograph may be, and another way to see the
  /// photograph.
  private static let companion = 0.5
  private static let companionCard = 1.5
  private static let alternative = 1.2
  /// Two documents on one photograph are of much the same size.
  private static let sizes = 0.6...1.7
  /// Area in common that comes from sides being placed a little wide.
  private static let mostOverlap = 0.04
  private static let cardLikeness = 0.08

  /// Best first.
  init(_ candidates: [PaperOutline], width: Int, height: Int) {
    self.candidates = candidates
    isCard = candidates.map {
      guard let view = RectangleView($0.quad, width: Double(width), height: Double(height)) else {
        return false
      }
      let lying = max(view.aspect, 1 / view.aspect)
      return abs(log(lying / PaperFormat.id1.aspect)) < Self.cardLikeness
    }
  }

  func likeliest(_ most: Int) -> [[PaperOutline]] {
    guard let best = candidates.first else { return [] }
    var arrangements: [[PaperOutline]] = []
    if let pair = pairOfCards(inPlaceOf: best) { arrangements.append(pair) }
    arrangements.append(withCompanions(best))
    for other in candidates.dropFirst() where arrangements.count < most {
      let isNew = arrangements.joined().allSatisfy { $0.overlap(with: other) < 0.75 }
      if isNew, other.score > best.score - Self.alternative { arrangements.append([other]) }
    }
    return Array(arrangements.prefix(most))
  }

  /// Beside a card another card is likely: the other side of it.
  private func withCompanions(_ best: PaperOutline) -> [PaperOutline] {
    var together = [best]
    for (other, isCard) in zip(candidates, isCard).dropFirst() {
      let worse = isCard && self.isCard[0] ? Self.companionCard : Self.companion
      guard other.score > best.score - worse else { continue }
      if together.allSatisfy({ Self.canLieTogether($0, other) }) { together.append(other) }
    }
    return together
  }

  /// Two cards that lie close together look like one paper from outside.
  private func pairOfCards(inPlaceOf best: PaperOutline) -> [PaperOutline]? {
    let cards = zip(candidates, isCard).filter { $1 && $0.score > best.score - Self.companionCard }
      .map(\.0)
    for (at, first) in cards.enumerated() {
      for second in cards.dropFirst(at + 1) where Self.canLieTogether(first, second) {
        let inside = best.quad.common(with: first.quad) + best.quad.common(with: second.quad)
        let together = first.quad.area + second.quad.area
        if inside > 0.8 * best.quad.area, inside > 0.9 * together { return [first, second] }
      }
    }
    return nil
  }

  private static func canLieTogether(_ a: PaperOutline, _ b: PaperOutline) -> Bool {
    sizes.contains(a.quad.area / max(1, b.quad.area)) && a.overlap(with: b) < mostOverlap
  }
}
