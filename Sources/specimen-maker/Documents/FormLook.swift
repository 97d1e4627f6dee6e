/// How one office typesets its forms.
struct FormLook {
  var titleFace: Typeface
  var labelFace: Typeface
  var valueFace: Typeface
  var titleSize: Double
  var size: Double
  var margin: Double
  var top: Double
  var rowHeight: Double
  var labelWidth: Double
  var rule: Double
  var shadedLabels: Bool
  var centredValues: Bool
  /// The date stands in the table's last row, not under the signature.
  var dateInTable: Bool
  /// Lines instead of a table.
  var underlined: Bool

  static func any(_ random: inout Randomness) -> FormLook {
    FormLook(
      titleFace: random.pick([.notoSans, .notoSerif, .zenHei, .microHei]),
      labelFace: random.pick([.notoSans, .notoSerif, .ming, .zenHei, .microHei]),
      valueFace: random.pick([.notoSans, .notoSerif, .kai, .ming, .zenHei, .microHei]),
      titleSize: random.real(5.8...6.8), size: random.real(3.7...4.4),
      margin: random.real(17...25), top: random.real(22...34), rowHeight: random.real(10.5...14.5),
      labelWidth: random.real(42...47), rule: random.real(0.2...0.4),
      shadedLabels: random.chance(0.3), centredValues: random.chance(0.3),
      dateInTable: random.chance(0.3), underlined: random.chance(0.2))
  }
}

extension FormLook {
  /// Another office's forms, with values in one of `faces` where there are any.
  static func varied(_ faces: [Typeface], _ random: inout Randomness) -> FormLook {
    var look = any(&random)
    look.labelFace = random.pick(
      [.notoSans, .notoSerif, .ming, .zenHei, .microHei, .song, .kaiti])
    look.valueFace = random.pick(faces.isEmpty ? Typeface.broad : faces)
    look.size = random.real(3.6...4.6)
    look.rule = random.real(0.15...0.45)
    return look
  }
}
