import Cases

/// 居民身份证, the side with the portrait (GA 461: 85.6 mm by 54 mm).
struct CardFront: Drawing {
  let kind = SpecimenKind.front
  let width = 85.6
  let height = 54.0
  let radius = 3.2
  var person: Person
  var look: CardLook

  func draw(on sheet: Sheet) throws {
    sheet.note(
      corners: sheet.canvas.polygon(Box(left: 0, top: 0, right: width, bottom: height)), of: kind)
    try CardPaper.draw(look, width: width, height: height, radius: radius, on: sheet.canvas)
    try Portrait.draw(
      in: Box(
        left: 55.2 + look.picture.x, top: 6.8 + look.picture.y, right: 79.4 + look.picture.x,
        bottom: 37.2 + look.picture.y), design: look.portrait, on: sheet.canvas)
    try sheet.canvas.place(x: look.shift.x, y: look.shift.y) { try rows(on: sheet) }
    // Between the number and the lower edge, and right of the number's row, stands no field.
    try SpecimenMark.faint(
      "样本", x: 64, y: 40.4, size: 3.4, look.labelInk.faded(0.28), on: sheet.canvas)
    try SpecimenMark.faint(
      x: 42.8, y: 51.2, size: 1.9, degrees: 0, look.labelInk.faded(0.45), on: sheet.canvas)
  }

  private var value: TextStyle { TextStyle(look.face, look.size, bold: look.bold) }
  private var label: TextStyle { TextStyle(look.face, look.size * 0.86, ink: look.labelInk) }

  private func rows(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    func row(_ number: Double) -> Double { 6.9 + number * 7.0 * look.rowFactor }
    let (left, indent) = (7.0, 15.6 + look.indent)

    try canvas.spread("姓名", x: left, y: row(0) + 0.3, width: 6.6, label)
    let nameStyle = value.with(size: look.size * 1.08)
    let name = try canvas.text(person.name, x: indent, y: row(0), nameStyle)
    sheet.note("name", person.name, at: [name])

    try canvas.spread("性别", x: left, y: row(1) + 0.3, width: 6.6, label)
    let sex = try canvas.text(person.sex.rawValue, x: indent, y: row(1), value)
    sheet.note("sex", person.sex.rawValue, at: [sex])
    try canvas.spread("民族", x: 25.2, y: row(1) + 0.3, width: 6.6, label)
    let ethnicity = try canvas.text(person.ethnicity, x: 33.6, y: row(1), value)
    sheet.note("ethnicity", person.ethnicity, at: [ethnicity])

    try canvas.spread("出生", x: left, y: row(2) + 0.3, width: 6.6, label)
    try birthDate(x: indent, y: row(2), on: sheet)

    try canvas.spread("住址", x: left, y: row(3) + 0.3, width: 6.6, label)
    let (style, lines) = try addressLines(canvas)
    let address = try canvas.lines(lines, x: indent, y: row(3), style)
    sheet.note("address", person.address, at: address)
    try number(on: sheet)
  }

  /// Three lines are all the room there is: a longer address is set smaller.
  private func addressLines(_ canvas: Canvas) throws -> (TextStyle, [String]) {
    var style = value
    var lines = try canvas.wrap(person.address, width: 36.4 - look.indent, style)
    while lines.count > 3 {
      style = style.with(size: style.size * 0.96)
      lines = try canvas.wrap(person.address, width: 36.4 - look.indent, style)
    }
    return (style, lines)
  }

  /// Digits in black, 年月日 in the colour of the labels.
  private func birthDate(x: Double, y: Double, on sheet: Sheet) throws {
    let gap = look.spacedDate ? look.size * 0.3 : 0.25
    let parts = [
      ("\(person.birth.year)", 0.0), ("年", gap), ("\(person.birth.month)", gap), ("月", gap),
      ("\(person.birth.day)", gap), ("日", gap),
    ]
    var pen = x
    var boxes: [Polygon] = []
    for (text, before) in parts {
      let isDigits = text.first?.isNumber == true
      let style = isDigits ? value : label
      pen += before
      // A single digit leaves the room of the missing one, as cards do.
      if look.spacedDate, isDigits, text.count == 1 { pen += look.size * 0.5 }
      boxes.append(try sheet.canvas.text(text, x: pen, y: isDigits ? y : y + 0.3, style))
      pen += try sheet.canvas.measure(text, style)
    }
    sheet.note(
      "birth_date", person.birth.shortChinese, value: person.birth.iso, at: [.around(boxes)])
  }

  private func number(on sheet: Sheet) throws {
    let y = 44.4 + look.number.y
    try sheet.canvas.text("公民身份号码", x: 7.0, y: y + 0.5, label)
    var digits = TextStyle(look.numberFace, look.numberSize, bold: look.bold)
    digits.spacing = try (46.5 - sheet.canvas.measure(person.idNumber, digits)) / 17
    let box = try sheet.canvas.text(person.idNumber, x: 29.4 + look.number.x, y: y, digits)
    sheet.note("id_number", person.idNumber, at: [box])
  }
}
