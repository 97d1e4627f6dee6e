import Cases

/// 营业执照 in landscape, in the form of 2019 and later.
struct Licence: Drawing {
  let kind = SpecimenKind.licence
  let width = 297.0
  let height = 210.0
  let radius = 0.0
  var company: Company
  var look: LicenceLook

  func draw(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let page = Box(left: 0, top: 0, right: width, bottom: height)
    sheet.note(corners: canvas.polygon(page), of: kind)
    LicencePaper.draw(look, page, on: canvas)
    try Emblem.draw(
      x: width / 2 + look.title.x, y: 30 + look.title.y, radius: 10.5, on: canvas)
    try title(canvas)
    try code(on: sheet)
    try LicenceTable(company: company, look: look).draw(on: sheet)
    try authority(on: sheet)
    try footer(canvas)
    try SpecimenMark.faint(
      x: 222, y: 139.5, size: 7.5, degrees: 0, look.frame.faded(0.34), on: canvas)
  }

  private func title(_ canvas: Canvas) throws {
    let size = look.original ? 21.0 : 16.5
    let style = TextStyle(look.titleFace, size, bold: true, spacing: size * look.titleSpacing)
    let (x, y) = (width / 2 + look.title.x, look.title.y)
    try canvas.text("营业执照", x: x, y: y + (look.original ? 45 : 44), style, .centre)
    guard !look.original else { return }
    let small = TextStyle(look.labelFace, 4.8)
    try canvas.text("（副　本）", x: x, y: y + 64.5, small, .centre)
    try canvas.text("1-1", x: x + 26, y: y + 64.8, small.with(size: 4.2))
  }

  private func code(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let x = (look.codeAtRight ? 217.0 : look.columns.left) + look.code.x
    let label = TextStyle(look.labelFace, 4.1)
    let value = TextStyle(look.codeFace, 4.9, spacing: 0.1)
    try canvas.text("统一社会信用代码", x: x, y: 42 + look.code.y, label)
    let box = try canvas.text(company.creditCode, x: x, y: 49 + look.code.y, value)
    sheet.note("credit_code", company.creditCode, at: [box])
    let side = 24.0
    let left = look.codeAtRight ? look.columns.left + 4 : 240.0
    try QRBlock.draw(x: left, y: 28, side: side, on: canvas)
    let caption = TextStyle(look.valueFace, 2.1, leading: 1.3)
    try canvas.lines(
      ["扫描二维码登录“国家企业", "信用信息公示系统”了解更", "多登记、备案、许可、监", "管信息。（样本）"],
      x: left, y: 54.5, caption)
  }

  private func authority(on sheet: Sheet) throws {
    let canvas = sheet.canvas
    let label = TextStyle(look.labelFace, 5.2, bold: look.labelFace != .zenHei, spacing: 1)
    let (x, y) = (look.closing.x, look.closing.y)
    try canvas.text("登记机关", x: 182 + x, y: 166 + y, label)
    let gap = look.spacedDate ? "\u{2002}" : ""
    let parts = company.issued.chinese
    let spaced = parts.map { $0.isNumber ? String($0) : gap + String($0) + gap }.joined()
    let style = TextStyle(look.valueFace, 4.9)
    let printed = look.spacedDate ? spaced.trimmingPrefix(gap).description : spaced
    let box = try canvas.text(printed, x: 225 + x, y: 182 + y, style, .centre)
    sheet.note("issue_date", parts, value: company.issued.iso, at: [box])
    try RoundSeal.draw(
      company.authority, x: 225 + x + look.seal.x, y: 180 + y + look.seal.y, radius: 19,
      Ink.seal.faded(look.sealAlpha), on: canvas)
    // The authority is printed nowhere but on the seal's arc.
    sheet.note("registration_authority", company.authority, at: [])
    sheet.noteUnscored("registration_authority")
  }

  private func footer(_ canvas: Canvas) throws {
    let style = TextStyle(look.valueFace, 2.9)
    try canvas.text(
      "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn", x: 20, y: 194.4, style)
    try canvas.text("样本　国家市场监督管理总局监制", x: 277, y: 194.4, style, .right)
  }
}
