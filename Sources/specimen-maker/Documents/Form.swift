import Cases

/// One of the three application forms on A4, filled.
struct Form: Drawing {
  let kind = SpecimenKind.form
  let width = 210.0
  let height = 297.0
  let radius = 0.0
  var application: Application
  var look: FormLook

  func draw(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let page = Box(left: 0, top: 0, right: width, bottom: height)
    sheet.note(corners: canvas.polygon(page), of: kind)
    canvas.fill(page, .white)
    let definition = FormDefinition(application.form)
    let title = TextStyle(look.titleFace, look.titleSize, bold: true, spacing: 0.35)
    try canvas.text(definition.title, x: width / 2, y: look.top, title, .centre)
    try canvas.text(
      SpecimenMark.text, x: width - look.margin, y: look.top + look.titleSize + 5.2,
      TextStyle(.notoSans, 3.2, bold: true, ink: Ink(0.8, 0.2, 0.2)), .right)
    let table = FormTable(application: application, look: look, width: width - 2 * look.margin)
    let end = try table.draw(
      definition, x: look.margin, y: look.top + look.titleSize + 11, on: sheet)
    try closing(definition, y: end + 6, on: sheet)
    try SpecimenMark.faint(
      x: width / 2, y: 262, size: 15, degrees: 0, .grey(0.5, alpha: 0.22), on: canvas)
  }

  private func closing(_ definition: FormDefinition, y: Double, on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let label = TextStyle(look.labelFace, look.size * 0.92)
    try canvas.text(definition.declaration, x: look.margin, y: y, label)
    let signature = application.form == .publicPlace ? "申请单位（盖章）：" : "申请人（签字）："
    try canvas.text(signature, x: 118, y: y + 16, label.with(size: look.size))
    guard !look.dateInTable, let day = application.entry("apply_date") else { return }
    let style = label.with(size: look.size)
    try canvas.text("申请日期：", x: 118, y: y + 27, style)
    let x = 118 + (try canvas.measure("申请日期：", style))
    let box = try canvas.text(
      day.text, x: x + 0.6, y: y + 27, TextStyle(look.valueFace, look.size))
    sheet.note("apply_date", day.text, value: day.value, at: [box])
  }
}
