import Cases

/// How one printing of an ID card looks. Real cards vary little, drawings of them a lot; what was
/// learned on one look must not be all that can be read.
struct CardLook {
  var face: Typeface
  var numberFace: Typeface
  var titleFace: Typeface
  var labelInk: Ink
  var bold: Bool
  /// Colours of the card from left to right.
  var paper: [Ink]
  var pattern: Pattern
  /// Moves the whole text block, in millimetres.
  var shift: (x: Double, y: Double)
  /// Em of the values.
  var size: Double
  /// Between the baselines of two rows, as a factor of the usual distance.
  var rowFactor: Double
  /// Digits of the birth date stand apart from 年月日.
  var spacedDate: Bool
  var portrait: Int
  var seed: UInt64
  /// Between two lines of the pattern, in millimetres, and the colours of the lines.
  var pitch = 2.1
  var lines = [Ink(0.45, 0.66, 0.68, alpha: 0.3), Ink(0.74, 0.55, 0.62, alpha: 0.26)]
  /// How far the values stand off the labels, beyond the usual.
  var indent = 0.0
  /// Em of the number; how far the number, the portrait and the back's block are from where they usually are.
  var numberSize = 3.75
  var number = Point(0, 0)
  var picture = Point(0, 0)
  var block = Point(0, 0)

  static func any(_ random: inout Randomness) -> CardLook {
    CardLook(
      face: random.pick([.microHei, .notoSans, .zenHei, .microHei, .ming]),
      numberFace: random.pick([.ocrB, .ocrB, .notoMono, .zenHeiMono, .microHeiMono]),
      titleFace: random.pick([.notoSerif, .notoSerif, .notoSans]),
      labelInk: random.pick([
        Ink(0.1, 0.42, 0.67), Ink(0.16, 0.48, 0.6), Ink(0.2, 0.36, 0.55), Ink(0.08, 0.5, 0.72),
        Ink(0.25, 0.27, 0.3),
      ]),
      bold: random.chance(0.2),
      paper: random.pick(papers),
      pattern: random.pick(Pattern.plain),
      shift: (random.real(-0.9...0.9), random.real(-0.7...0.7)),
      size: random.real(2.9...3.3), rowFactor: random.real(0.97...1.04),
      spacedDate: random.chance(0.7), portrait: random.whole(0...2), seed: random.next())
  }

  private static let papers: [[Ink]] = [
    [Ink(0.86, 0.94, 0.94), Ink(0.93, 0.95, 0.93), Ink(0.96, 0.91, 0.92)],
    [Ink(0.89, 0.95, 0.92), Ink(0.95, 0.96, 0.93), Ink(0.97, 0.94, 0.9)],
    [Ink(0.9, 0.93, 0.97), Ink(0.95, 0.95, 0.97), Ink(0.95, 0.92, 0.95)],
    [Ink(0.94, 0.95, 0.91), Ink(0.96, 0.96, 0.95), Ink(0.91, 0.95, 0.96)],
  ]
}
