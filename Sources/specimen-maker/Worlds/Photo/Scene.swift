import Cases

/// Documents side by side on a desk, in millimetres about the scene's middle.
struct Scene {
  struct Piece {
    var drawing: any Drawing
    /// Where its middle lies.
    var middle: Point
    var degrees = 0.0
  }

  var pieces: [Piece]
  /// Without the turn that the shot gives the whole.
  var width: Double
  var height: Double

  init(_ drawing: any Drawing) {
    pieces = [Piece(drawing: drawing, middle: Point(0, 0))]
    (width, height) = (drawing.width, drawing.height)
  }

  /// Two cards, one above the other, by a hand that does not measure.
  init(_ first: any Drawing, above second: any Drawing, _ random: inout Randomness) {
    let gap = random.real(3...18)
    let slip = random.real(-7...7)
    pieces = [
      Piece(
        drawing: first, middle: Point(0, -(first.height + gap) / 2), degrees: random.real(-3...3)),
      Piece(
        drawing: second, middle: Point(slip, (second.height + gap) / 2),
        degrees: random.real(-3...3)),
    ]
    width = max(first.width, second.width) + abs(slip) * 2 + 6
    height = first.height + second.height + gap + 8
  }

  /// Cards are stiff and shine, paper does neither.
  var isCard: Bool { pieces.allSatisfy { $0.drawing.radius > 0 } }

  /// The box around everything when the whole is turned.
  func extent(turned degrees: Double) -> Box {
    let turn = Turn(degrees)
    let corners = pieces.flatMap { piece in
      let own = Turn(piece.degrees)
      let (x, y) = (piece.drawing.width / 2, piece.drawing.height / 2)
      return [Point(-x, -y), Point(x, -y), Point(x, y), Point(-x, y)].map { corner in
        let turned = own(corner)
        return turn(Point(turned.x + piece.middle.x, turned.y + piece.middle.y))
      }
    }
    return Polygon(corners).bounds
  }
}
