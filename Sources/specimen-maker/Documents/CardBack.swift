import Cases

/// 居民身份证, the side with the issuing authority.
struct CardBack: Drawing {
  let kind = SpecimenKind.back
  let width = 85.6
  let height = 54.0
  let radius = 3.2
  var person: Person
  var look: CardLook

  func draw(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    sheet.note(
      corners: canvas.polygon(Box(left: 0, top: 0, right: width, bottom: height)), of: kind)
    try CardPaper.draw(look, width: width, height: height, radius: radius, on: canvas)
    try Emblem.draw(
      x: 13.6 + look.picture.x, y: 14.2 + look.picture.y, radius: 7.6, on: canvas)
    let heavy = look.titleFace == .notoSerif
    try canvas.text(
      "中华人民共和国", x: 51.5, y: 6.8,
      TextStyle(look.titleFace, 5.2, bold: heavy, spacing: 1.5), .centre)
    try canvas.text(
      "居民身份证", x: 51.5, y: 15.2,
      TextStyle(look.titleFace, 7.8, bold: heavy, spacing: 2.2), .centre)
    try SpecimenMark.faint(
      x: 44, y: 30.5, size: 4.4, degrees: -5, look.labelInk.faded(0.22), on: canvas)
    try canvas.place(x: look.shift.x + look.block.x, y: look.shift.y + look.block.y) {
      try rows(on: sheet)
    }
  }

  private func rows(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let label = TextStyle(look.face, look.size * 0.92, bold: look.bold, spacing: 0.35)
    let value = TextStyle(look.face, look.size * 0.97, bold: look.bold)
    try canvas.text("签发机关", x: 20, y: 38.4, label)
    let room = width - 41 - look.indent
    let wide = try canvas.measure(person.issuingAuthority, value)
    let authority = try canvas.text(
      person.issuingAuthority, x: 35.4 + look.indent, y: 38.4,
      value.with(size: value.size * min(1, room / wide)))
    sheet.note("issuing_authority", person.issuingAuthority, at: [authority])

    try canvas.text("有效期限", x: 20, y: 45.2, label)
    let period = person.validFrom.dotted + "-" + (person.validUntil?.dotted ?? "长期")
    let box = try canvas.text(period, x: 35.4 + look.indent, y: 45.2, value)
    sheet.note("valid_from", period, value: person.validFrom.iso, at: [box])
    sheet.note("valid_until", period, value: person.validUntil?.iso ?? "long_term", at: [box])
  }
}
