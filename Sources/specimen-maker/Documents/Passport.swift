import Cases

/// The data page of a passport, TD3 (ICAO Doc 9303-4: 125 mm by 88 mm).
struct Passport: Drawing {
  let kind = SpecimenKind.passport
  let width = 125.0
  let height = 88.0
  let radius = 3.0
  var traveller: Traveller
  var look: PassportLook

  func draw(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let page = Box(left: 0, top: 0, right: width, bottom: height)
    if look.opened { try upperPage(canvas) }
    sheet.note(corners: canvas.polygon(page), of: kind)
    paper(page, canvas)
    try Portrait.draw(
      in: Box(left: 6.5, top: 18.5, right: 38, bottom: 60), design: look.portrait, on: canvas)
    try title(canvas)
    try SpecimenMark.faint(
      x: 96, y: look.top + look.row * 1.75, size: 4.2, degrees: -6, look.labelInk.faded(0.16),
      on: canvas)
    try entries(on: sheet)
    try zone(on: sheet)
  }

  private func paper(_ page: Box, _ canvas: Canvas) {
    canvas.roundedPath(page, radius: radius)
    canvas.clipped {
      canvas.shade(page, from: Point(0, 0), to: Point(width, height * 0.6), look.paper)
      look.pattern.draw(in: page, pitch: look.pitch, width: 0.09, look.lines, on: canvas)
      canvas.fill(Box(left: 0, top: 66.5, right: width, bottom: height), .white.faded(0.35))
    }
  }

  /// The page before it, on the other side of the fold.
  private func upperPage(_ canvas: Canvas) throws {
    let page = Box(left: 0, top: -height, right: width, bottom: 2)
    CastShadow.draw(under: page, radius: radius, away: Point(0.5, 0.6), softness: 2, on: canvas)
    canvas.roundedPath(page, radius: radius)
    canvas.clipped {
      canvas.shade(
        page, from: Point(0, -height), to: Point(0, 2), [look.paper[1], look.paper[2], .grey(0.72)])
      look.pattern.draw(in: page, pitch: look.pitch * 1.3, width: 0.09, look.lines, on: canvas)
    }
    try SpecimenMark.faint(
      x: width / 2, y: -40, size: 9, degrees: -20, look.labelInk.faded(0.2), on: canvas)
  }

  private func title(_ canvas: Canvas) throws {
    let style = TextStyle(look.titleFace, 3.6, bold: true, ink: look.titleInk, spacing: 0.6)
    let small = TextStyle(look.latinFace, 2.6, ink: look.titleInk)
    if traveller.name != nil {
      try canvas.text("护照", x: 8, y: 4.4, style)
      try canvas.text("中华人民共和国", x: 82, y: 3.2, style.with(size: 3.2), .centre)
      try canvas.text("PEOPLE'S REPUBLIC OF CHINA", x: 82, y: 7.2, small.with(size: 2.2), .centre)
      try canvas.text("PASSPORT", x: 8, y: 9.6, small)
    } else {
      let state = IssuingState.all.first { $0.code == traveller.country }
      let size = min(3, 75 / Double(max(1, state?.title.count ?? 1)))
      try canvas.text(state?.title ?? "", x: 82, y: 4.4, small.with(size: size), .centre)
      try canvas.text("PASSPORT", x: 8, y: 5, small.with(size: 3.2))
    }
  }

  private func zone(on sheet: Sheet) throws {
    var style = TextStyle(.ocrB, look.zoneSize, ink: .grey(0.1))
    // Ten characters to the inch (ISO 1073-2).
    style.spacing = try 2.54 - sheet.canvas.measure("0", style)
    for (place, (name, text)) in [
      ("mrz_line1", traveller.zone.line1), ("mrz_line2", traveller.zone.line2),
    ].enumerated() {
      let box = try sheet.canvas.text(
        text, x: look.zone.x, y: look.zone.y + Double(place) * look.zoneRow, style)
      sheet.note(name, text, at: [box])
    }
  }
}
