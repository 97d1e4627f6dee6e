import Cases

/// What driving and vehicle licences have in common: an 88 mm by 60 mm card with Chinese labels over English ones.
struct TrafficPaper {
  static let page = Box(left: 0, top: 0, right: 88, bottom: 60)

  let look: TrafficLook
  let sheet: Sheet

  func blank(title: String, english: String) throws {
    let canvas = sheet.canvas
    canvas.roundedPath(Self.page, radius: 2.6)
    canvas.clipped {
      canvas.shade(Self.page, from: Point(0, 0), to: Point(88, 40), look.paper)
      look.pattern.draw(in: Self.page, pitch: look.pitch, width: 0.08, look.lines, on: canvas)
    }
    let top = look.place(44, 2.6)
    let style = TextStyle(look.titleFace, 4, bold: true, spacing: 0.7)
    try canvas.text(title, x: top.x, y: top.y, style, .centre)
    try canvas.text(
      english, x: top.x, y: top.y + 5, TextStyle(look.englishFace, 2.2), .centre)
  }

  func label(_ zh: String, _ en: String, _ x: Double, _ y: Double) throws {
    let at = look.place(x, y)
    let style = TextStyle(look.labelFace, look.labelSize)
    try sheet.canvas.text(zh, x: at.x, y: at.y, style)
    try sheet.canvas.text(
      en, x: at.x, y: at.y + look.labelSize * 1.1,
      TextStyle(look.englishFace, look.labelSize * 0.66))
  }

  /// One entry, in as many lines as the room to `edge` asks for; never more than `most`, rather smaller.
  func value(
    _ text: String, value: String? = nil, _ field: String, _ x: Double, _ y: Double,
    until edge: Double, lines most: Int = 1
  ) throws {
    let canvas = sheet.canvas
    let at = look.place(x, y)
    let width = look.place(edge, y).x - at.x
    let latin = text.utf8.allSatisfy { $0 < 0x80 }
    var style = TextStyle(latin ? look.codeFace : look.valueFace, look.valueSize, leading: 1.2)
    var lines = try canvas.wrap(text, width: width, style)
    while lines.count > most {
      style = style.with(size: style.size * 0.95)
      lines = try canvas.wrap(text, width: width, style)
    }
    let boxes = try canvas.lines(lines, x: at.x, y: at.y, style)
    sheet.note(field, text, value: value, at: boxes)
  }

  /// The square seal of the traffic police.
  func seal(_ police: String, _ x: Double, _ y: Double, side: Double) throws {
    let canvas = sheet.canvas
    let at = look.place(x, y)
    let ink = Ink.seal.faded(look.sealAlpha)
    let box = Box(left: at.x, top: at.y, right: at.x + side, bottom: at.y + side)
    canvas.outline(box, width: 0.5, ink)
    let size = side * 0.17
    let style = TextStyle(.notoSerif, size, ink: ink, leading: 1.18)
    let lines = try canvas.wrap(police + "样本专用章", width: side * 0.92, style)
    try canvas.lines(lines, x: at.x + side * 0.06, y: at.y + side * 0.08, style)
  }

  func rule(_ from: Double, _ to: Double, _ y: Double) {
    guard look.ruled else { return }
    let (left, right) = (look.place(from, y), look.place(to, y))
    sheet.canvas.line([left, right], width: 0.15, .grey(0.25))
  }

  func mark(_ x: Double, _ y: Double) throws {
    let at = look.place(x, y)
    try SpecimenMark.faint(
      x: at.x, y: at.y, size: 4, degrees: -16, .grey(0.4, alpha: 0.16), on: sheet.canvas)
  }
}
