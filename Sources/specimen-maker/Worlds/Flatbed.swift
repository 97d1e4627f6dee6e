import CCairo
import Cases

/// A flatbed scanner: a paper or card on its lid, slightly turned, in colour.
struct Flatbed {
  var dotsPerInch: Double
  /// The scanned area in millimetres.
  var width: Double
  var height: Double
  var lid: Ink
  var degrees: Double
  /// Where the middle of the document lies, from the middle of the bed.
  var offset: (x: Double, y: Double)
  var grain: Double
  var softness: Double

  /// A bed for a card: the scanning program cropped it, with a margin.
  static func card(_ random: inout Randomness, for size: (width: Double, height: Double)? = nil)
    -> Flatbed
  {
    Flatbed(
      dotsPerInch: 300, width: random.real(108...124) + (size?.width ?? 85.6) - 85.6,
      height: random.real(76...92) + (size?.height ?? 54) - 54,
      lid: random.chance(0.7)
        ? Ink.grey(random.real(0.9...0.985)) : Ink.grey(random.real(0.24...0.42)),
      degrees: random.real(-3...3), offset: (random.real(-7...7), random.real(-5...5)),
      grain: random.real(1.2...3), softness: random.real(0.5...0.85))
  }

  /// A bed as large as the paper.
  static func paper(_ drawing: some Drawing, _ random: inout Randomness) -> Flatbed {
    let margin = random.chance(0.5) ? 0 : random.real(1...6)
    return Flatbed(
      dotsPerInch: random.chance(0.6) ? 200 : 300, width: drawing.width + margin * 2,
      height: drawing.height + margin * 2, lid: Ink.grey(random.real(0.88...0.97)),
      degrees: random.real(-1.4...1.4), offset: (random.real(-1.5...1.5), random.real(-1.5...1.5)),
      grain: random.real(0.8...1.8), softness: random.real(0.5...0.75))
  }

  func scan(
    _ drawing: some Drawing, _ random: inout Randomness, over: (Sheet) throws -> Void = { _ in }
  ) throws -> Scan {
    let canvas = try Canvas(
      width: width, height: height, medium: .picture(dotsPerInch: dotsPerInch))
    let sheet = Sheet(canvas)
    layLid(on: canvas, &random)
    try canvas.place(x: width / 2 + offset.x, y: height / 2 + offset.y, degrees: degrees) {
      try canvas.place(x: -drawing.width / 2, y: -drawing.height / 2) {
        Shadow.draw(under: drawing, depth: 0.9, on: canvas)
        try drawing.draw(on: sheet)
        try over(sheet)
      }
    }
    Grain.lay(on: canvas, strength: grain, &random)
    let picture = try Picture(canvas, dotsPerInch: Int(dotsPerInch)).softened(softness)
    return Scan(picture: picture, sheet: sheet)
  }

  private func layLid(on canvas: Canvas, _ random: inout Randomness) {
    let bed = Box(left: 0, top: 0, right: width, bottom: height)
    canvas.flood(lid)
    let fall = random.real(0.01...0.05)
    canvas.shade(
      bed, from: Point(0, 0), to: Point(width * random.real(-0.3...1), height),
      [Ink.grey(0, alpha: 0), Ink.grey(0, alpha: fall)])
  }
}
