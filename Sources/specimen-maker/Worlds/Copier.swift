import CCairo
import Cases

/// A photocopier that also scans: one grey A4 page, contrast stretched, with the dust of the glass.
struct Copier {
  var landscape: Bool
  var dotsPerInch: Double
  var black: Int
  var white: Int
  var gamma: Double
  var specks: Int
  var softness: Double
  var degrees: Double

  static func any(landscape: Bool, _ random: inout Randomness) -> Copier {
    Copier(
      landscape: landscape, dotsPerInch: 200, black: random.whole(20...60),
      white: random.whole(214...238), gamma: random.real(0.85...1.1),
      specks: random.whole(10...160), softness: random.real(0.5...0.7),
      degrees: random.real(-1.2...1.2))
  }

  var width: Double { landscape ? 297 : 210 }
  var height: Double { landscape ? 210 : 297 }

  /// Copies what lies on the glass; each piece with its top left corner and its own turn.
  func copy(_ pieces: [Piece], _ random: inout Randomness) throws -> Scan {
    let canvas = try Canvas(
      width: width, height: height, medium: .picture(dotsPerInch: dotsPerInch))
    let sheet = Sheet(canvas)
    canvas.flood(.white)
    for piece in pieces {
      try canvas.place(x: piece.x, y: piece.y, degrees: piece.degrees) {
        if piece.drawing.radius > 0 {
          Shadow.draw(under: piece.drawing, depth: 0.6, on: canvas)
        }
        try piece.drawing.draw(on: sheet)
      }
    }
    wear(canvas, &random)
    Grain.lay(on: canvas, strength: 3, &random)
    let picture = try Picture(canvas, dotsPerInch: Int(dotsPerInch)).grey()
      .stretched(black: black, white: white, gamma: gamma).softened(softness)
    return Scan(picture: picture, sheet: sheet)
  }

  struct Piece {
    var drawing: any Drawing
    var x: Double
    var y: Double
    var degrees: Double
  }

  /// Both sides of a card on one page, the usual way: one above the other.
  func pair(
    _ front: any Drawing, _ back: any Drawing, _ random: inout Randomness
  ) throws -> Scan {
    let left = random.real(46...76)
    return try copy(
      [
        Piece(
          drawing: front, x: left, y: random.real(34...62), degrees: random.real(-2.4...2.4)),
        Piece(
          drawing: back, x: left + random.real(-9...9), y: random.real(136...170),
          degrees: random.real(-2.4...2.4)),
      ], &random)
  }

  /// One paper that fills the page.
  func page(_ drawing: any Drawing, _ random: inout Randomness) throws -> Scan {
    let piece = Piece(
      drawing: drawing, x: (width - drawing.width) / 2 + random.real(-1.5...1.5),
      y: (height - drawing.height) / 2 + random.real(-1.5...1.5), degrees: degrees)
    return try copy([piece], &random)
  }

  private func wear(_ canvas: Canvas, _ random: inout Randomness) {
    for _ in 0..<specks {
      canvas.disc(
        x: random.real(0...width), y: random.real(0...height), radius: random.real(0.05...0.16),
        Ink.grey(random.real(0...0.5), alpha: random.real(0.5...1)))
    }
    let page = Box(left: 0, top: 0, right: width, bottom: height)
    let dim = random.real(0.01...0.05)
    canvas.shade(
      page, from: Point(0, random.real(-60...60)), to: Point(width, height),
      [Ink.grey(0, alpha: dim), Ink.grey(0, alpha: 0), Ink.grey(0, alpha: dim * 0.7)])
    if random.chance(0.4) {
      let x = random.real(10...width - 10)
      canvas.line([Point(x, 0), Point(x, height)], width: 0.12, .grey(0.4, alpha: 0.25))
    }
  }
}
