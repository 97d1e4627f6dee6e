import Cases

/// How one printing of a business licence looks.
struct LicenceLook {
  /// 正本 hangs on the wall and has the larger title; 副本 says so under the title.
  var original: Bool
  var labelFace: Typeface
  var valueFace: Typeface
  var codeFace: Typeface
  var spreadLabels: Bool
  var size: Double
  var rowPitch: Double
  var paper: Ink
  var frame: Ink
  var pattern: Pattern
  var plainFrame: Bool
  /// Where the value columns begin.
  var columns: (left: Double, right: Double)
  var labelWidth: Double
  /// From 2022 on licences print no 营业期限.
  var showsTerm: Bool
  var codeAtRight: Bool
  /// Where the seal's middle lies, from the middle of the date.
  var seal: (x: Double, y: Double)
  var sealAlpha: Double
  var titleFace = Typeface.notoSerif
  /// Between two characters of the title, in ems.
  var titleSpacing = 0.5
  /// How far title, code, table, and the authority's block are from where they usually are.
  var title = Point(0, 0)
  var code = Point(0, 0)
  var table = Point(0, 0)
  var closing = Point(0, 0)
  var pitch = 4.6
  /// From the paper's edge to the frame.
  var inset = 8.5
  /// Numbers of the date stand apart from 年月日.
  var spacedDate = true

  static func any(_ random: inout Randomness) -> LicenceLook {
    LicenceLook(
      original: random.chance(0.35),
      labelFace: random.pick([.notoSerif, .notoSerif, .notoSans, .zenHei]),
      valueFace: random.pick([.notoSerif, .notoSans, .microHei, .ming, .zenHei, .kai]),
      codeFace: random.pick([.notoSans, .microHei, .zenHei, .notoMono]),
      spreadLabels: random.chance(0.7), size: random.real(3.9...4.6),
      rowPitch: random.real(11.5...13.5),
      paper: random.pick([
        Ink(0.97, 0.97, 0.94), Ink(0.96, 0.97, 0.96), Ink(0.98, 0.96, 0.93), Ink(0.98, 0.98, 0.97),
      ]),
      frame: random.pick([Ink(0.72, 0.53, 0.2), Ink(0.78, 0.6, 0.3), Ink(0.64, 0.49, 0.24)]),
      pattern: random.pick(Pattern.plain), plainFrame: random.chance(0.4),
      columns: (random.real(30...35), random.real(160...168)),
      labelWidth: random.real(22...25), showsTerm: random.chance(0.6),
      codeAtRight: random.chance(0.2), seal: (random.real(-8...14), random.real(-14...(-6))),
      sealAlpha: random.real(0.55...0.8))
  }
}
