import Cases

extension LicenceLook {
  /// A printing of another hand: everything that `any` leaves alone moves a little as well.
  static func varied(_ faces: [Typeface], _ random: inout Randomness) -> LicenceLook {
    var look = any(&random)
    look.labelFace = random.pick([.notoSerif, .notoSans, .zenHei, .microHei, .song, .kaiti, .ming])
    look.valueFace = random.pick(faces.isEmpty ? Typeface.broad : faces)
    look.codeFace = random.pick([
      .notoSans, .microHei, .zenHei, .notoMono, .liberationSans, .dejaVuSans, .liberationMono,
      .notoSerif,
    ])
    look.titleFace = random.pick([.notoSerif, .notoSans, .zenHei, .song, .kai])
    look.titleSpacing = random.real(0.25...0.5)
    look.title = Point(random.real(-3...3), random.real(-2...3))
    look.code = Point(
      look.codeAtRight ? random.real(0...5) : random.real(-2...1), random.real(-5...5))
    look.table = Point(0, random.real(-4...5))
    look.closing = Point(random.real(-16...12), random.real(-4...5))
    look.size = random.real(3.7...4.8)
    look.rowPitch = random.real(10.8...14)
    look.columns = (random.real(26...36), random.real(157...171))
    look.labelWidth = max(random.real(20...27), look.size * 5)
    look.paper = Ink(random.real(0.93...0.99), random.real(0.93...0.99), random.real(0.88...0.98))
    look.frame = random.pick([
      look.frame, Ink(0.62, 0.28, 0.2), Ink(0.55, 0.5, 0.3),
      Ink(random.real(0.5...0.85), random.real(0.4...0.65), random.real(0.15...0.4)),
    ])
    look.pattern = random.pick(Pattern.allCases)
    look.pitch = random.real(3.2...7)
    look.inset = random.real(6...11)
    look.sealAlpha = random.real(0.45...0.85)
    look.spacedDate = random.chance(0.6)
    return look
  }
}
