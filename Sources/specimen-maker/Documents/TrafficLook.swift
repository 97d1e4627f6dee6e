import Cases

/// How one printing of a driving or vehicle licence looks.
struct TrafficLook {
  var labelFace: Typeface
  var valueFace: Typeface
  /// Numbers and Latin letters.
  var codeFace: Typeface
  var englishFace: Typeface
  var titleFace: Typeface
  var labelSize: Double
  var valueSize: Double
  var paper: [Ink]
  var pattern: Pattern
  var pitch: Double
  var lines: [Ink]
  var portrait: Int
  /// Moves everything, and stretches it about the middle.
  var shift: Point
  var spread: Point
  /// Lines between the rows.
  var ruled: Bool
  var sealAlpha: Double
  /// Driving licences before 2008 print a start and a number of years.
  var printsYears: Bool

  static func varied(_ faces: [Typeface], _ random: inout Randomness) -> TrafficLook {
    let green = random.chance(0.75)
    return TrafficLook(
      labelFace: random.pick([.notoSerif, .notoSans, .song, .microHei, .zenHei, .kaiti]),
      valueFace: random.pick(faces.isEmpty ? Typeface.broad : faces),
      codeFace: random.pick([
        .notoSans, .microHei, .liberationSans, .dejaVuSans, .notoMono, .liberationMono, .notoSerif,
        .liberationSerif,
      ]),
      englishFace: random.pick([.liberationSerif, .liberationSans, .dejaVuSans, .notoSans]),
      titleFace: random.pick([.notoSerif, .notoSans, .zenHei, .song]),
      labelSize: random.real(2.25...2.75), valueSize: random.real(2.75...3.35),
      paper: (0..<3).map { _ in
        Ink(
          random.real(green ? 0.82...0.94 : 0.9...0.98), random.real(0.9...0.98),
          random.real(green ? 0.82...0.94 : 0.9...0.98))
      },
      pattern: random.pick(Pattern.allCases), pitch: random.real(1.6...3.2),
      lines: (0..<2).map { _ in
        Ink(
          random.real(0.3...0.7), random.real(0.55...0.75), random.real(0.4...0.7),
          alpha: random.real(0.15...0.32))
      },
      portrait: random.whole(0...2), shift: Point(random.real(-1...1), random.real(-0.8...0.8)),
      spread: Point(random.real(0.96...1.02), random.real(0.96...1.02)), ruled: random.chance(0.7),
      sealAlpha: random.real(0.6...0.9), printsYears: random.chance(0.1))
  }

  func place(_ x: Double, _ y: Double) -> Point {
    Point(44 + (x - 44) * spread.x + shift.x, 30 + (y - 30) * spread.y + shift.y)
  }
}
