import Cases
import Foundation

/// The colour of the paper just inside and of whatever lies just outside of an outline, piece by piece around it.
///
/// In each piece the lighter part of what is seen counts, so that print and printed frames do not: on both sides of a
/// rule on a form lies the same paper, on both sides of the paper's border it does not.
struct PaperRim {
  /// One piece of one side.
  struct Piece {
    var inside, outside: Colour
  }

  /// From the top clockwise.
  let sides: [[Piece]]

  private static let pieces = 12
  /// Pixels from the side.
  private static let depths: [Double] = [4, 7, 10, 13]
  /// Pixels along the side.
  private static let pitch = 3.0
  /// Grey levels: less is grain; so much is worth a half.
  private static let grain: Float = 1.5
  private static let halfContrast: Float = 6
  /// How far the paper's tint may vary, and its light.
  private static let mostTint = 0.03
  private static let light = Float(0.4)...1.7
  /// Part of a side next to its corners that is not looked at.
  private static let corner = 0.05

  init(_ quad: Quadrilateral, in field: ColourField) {
    let corners = quad.corners
    sides = (0..<4).map { side in
      Self.pieces(from: corners[side], to: corners[(side + 1) % 4], in: field)
    }
  }

  private static func pieces(from: Point, to: Point, in field: ColourField) -> [Piece] {
    let length = max(1, from.distance(to: to))
    let along = Point((to.x - from.x) / length, (to.y - from.y) / length)
    let inward = Point(-along.y, along.x)
    let usable = length * (1 - 2 * corner)
    return (0..<pieces).map { piece in
      let start = length * corner + usable * Double(piece) / Double(pieces)
      var (inside, outside): ([Colour], [Colour]) = ([], [])
      for place in stride(from: start, to: start + usable / Double(pieces), by: pitch) {
        let (x, y) = (from.x + along.x * place, from.y + along.y * place)
        for depth in depths {
          inside.append(field.colour(x + inward.x * depth, y + inward.y * depth))
          outside.append(field.colour(x - inward.x * depth, y - inward.y * depth))
        }
      }
      return Piece(inside: Colour(lighterPartOf: inside), outside: Colour(lighterPartOf: outside))
    }
  }

  /// How much each side differs from what lies beyond it, from 0 to 1.
  var contrast: [Double] {
    sides.map { pieces in
      pieces.reduce(0) { $0 + Self.weight($1.inside.distance(to: $1.outside)) }
        / Double(pieces.count)
    }
  }

  /// Part of the rim along which the paper has one colour, in whatever light.
  var evenness: Double {
    let inside = sides.flatMap { $0.map(\.inside) }
    let usual = Colour.middle(of: inside)
    let even = inside.count {
      $0.tint(from: usual) < Self.mostTint && Self.light.contains($0.sum / max(1, usual.sum))
    }
    return Double(even) / Double(max(1, inside.count))
  }

  /// Part of the rim along which the paper is lighter than what lies beyond.
  var lightness: Double {
    let pieces = sides.flatMap(\.self)
    return Double(pieces.count { $0.inside.sum > $0.outside.sum }) / Double(pieces.count)
  }

  private static func weight(_ distance: Float) -> Double {
    Double(max(0, distance - grain) / (distance + halfContrast))
  }
}
