import Cases

/// How one passport's data page looks.
struct PassportLook {
  var labelFace: Typeface
  var valueFace: Typeface
  var latinFace: Typeface
  var titleFace: Typeface
  var labelSize: Double
  var valueSize: Double
  var labelInk: Ink
  var titleInk: Ink
  var paper: [Ink]
  var pattern: Pattern
  var pitch: Double
  var lines: [Ink]
  var portrait: Int
  /// Where the columns of entries begin, and how far apart the rows are.
  var columns: (first: Double, second: Double, third: Double)
  var top: Double
  var row: Double
  /// Between label and value.
  var gap: Double
  /// Baseline em of the zone, the left end of its lines, the top of the first.
  var zoneSize: Double
  var zone: Point
  var zoneRow: Double
  /// The page above lies open in the same booklet.
  var opened: Bool
  var surnameApart: Bool

  static func varied(_ faces: [Typeface], _ random: inout Randomness) -> PassportLook {
    let first = random.real(40.5...45)
    let ink = random.pick([Ink(0.35, 0.3, 0.33), Ink(0.2, 0.34, 0.5), Ink(0.45, 0.2, 0.22)])
    return PassportLook(
      labelFace: random.pick([.notoSerif, .notoSans, .song, .zenHei, .microHei]),
      valueFace: random.pick(faces.isEmpty ? Typeface.broad : faces),
      latinFace: random.pick([.notoSans, .liberationSans, .dejaVuSans, .microHei, .notoSerif]),
      titleFace: random.pick([.notoSerif, .notoSans, .kai, .zenHei]),
      labelSize: random.real(1.75...2.15), valueSize: random.real(2.75...3.3), labelInk: ink,
      titleInk: random.pick([Ink(0.5, 0.1, 0.16), Ink(0.15, 0.2, 0.42), ink]),
      paper: (0..<3).map { _ in
        Ink(random.real(0.88...0.99), random.real(0.87...0.97), random.real(0.88...0.98))
      },
      pattern: random.pick(Pattern.allCases), pitch: random.real(1.6...3.4),
      lines: (0..<2).map { _ in
        Ink(
          random.real(0.5...0.85), random.real(0.4...0.7), random.real(0.5...0.85),
          alpha: random.real(0.14...0.3))
      },
      portrait: random.whole(0...2),
      columns: (first, first + random.real(15...19), random.real(88...94)),
      top: random.real(10.5...13), row: random.real(8.7...9.5), gap: random.real(2.1...2.5),
      zoneSize: random.real(3.3...3.65), zone: Point(random.real(4.5...7), random.real(69...71)),
      zoneRow: random.real(6.2...7.2), opened: random.chance(0.35), surnameApart: random.chance(0.5)
    )
  }
}
