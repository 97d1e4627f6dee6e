import Cases

extension CardLook {
  /// A printing of another hand: everything that `any` leaves alone moves a little as well.
  static func varied(_ faces: [Typeface], _ random: inout Randomness) -> CardLook {
    var look = any(&random)
    look.face = random.pick(faces.isEmpty ? Typeface.broad + [.microHei, .notoSans] : faces)
    look.numberFace = random.pick([
      .ocrB, .ocrB, .ocrB, .notoMono, .zenHeiMono, .microHeiMono, .liberationMono, .dejaVuMono,
      .liberationSans,
    ])
    look.titleFace = random.pick([.notoSerif, .notoSans, .zenHei, .microHei, .song, .ming])
    look.labelInk = random.pick([
      look.labelInk, Ink(random.real(0.05...0.3), random.real(0.3...0.55), random.real(0.45...0.8)),
    ])
    look.paper = (0..<3).map { _ in
      Ink(random.real(0.85...0.98), random.real(0.88...0.98), random.real(0.86...0.98))
    }
    look.pattern = random.pick(Pattern.allCases)
    look.pitch = random.real(1.4...3)
    look.lines = (0..<2).map { _ in
      Ink(
        random.real(0.35...0.8), random.real(0.45...0.75), random.real(0.45...0.8),
        alpha: random.real(0.14...0.34))
    }
    look.size = random.real(2.8...3.45)
    look.rowFactor = random.real(0.95...1.05)
    look.shift = (random.real(-1.6...1.4), random.real(-1.4...0.9))
    look.indent = random.real(-0.8...1.2)
    look.numberSize = random.real(3.45...4.1)
    look.number = Point(random.real(-1.8...1.6), random.real(-1.2...1.2))
    look.picture = Point(random.real(-0.8...1.8), random.real(-1.6...1.4))
    look.block = Point(random.real(-2...2), random.real(-1.6...1.6))
    return look
  }
}
