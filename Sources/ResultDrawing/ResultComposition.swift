import CPango
import Cases
import Typefaces

/// Puts a template and its content together, from the organ's name down to the code at the foot.
struct ResultComposition {
  /// Printed size of the seal (GB/T 33481: round seals of government organs).
  static let sealDiameter = mm(42)
  /// How far the seal may reach over the line above.
  static let sealOverlap = mm(4)
  /// Height of the foot with the pointer code.
  static let footHeight = mm(27)
  /// Edge of a module of the pointer code: eight dots at 300 dpi.
  static let module = 8 * 72.0 / 300

  let template: ResultTemplate
  let content: ResultContent
  let typesetter: Typesetter
  var placeholders: Placeholders
  var flow = PageFlow()

  init(_ template: ResultTemplate, _ content: ResultContent, _ typesetter: Typesetter) {
    self.template = template
    self.content = content
    self.typesetter = typesetter
    var values = content.values
    values["number"] = content.number
    values["date"] = content.date.description
    placeholders = Placeholders(values: values)
  }

  /// Everything in reading order; gives the box for the seal on the last page.
  mutating func compose() throws(Problem) -> Box {
    try setTestNotice()
    try setHead()
    try setBody()
    try setTable()
    try setNotes()
    let seal = try setClosing()
    try setFoot()
    return seal
  }

  private mutating func setTestNotice() throws(Problem) {
    guard content.underTestAuthority else { return }
    let style = TextStyle(size: 10.5, alignment: PANGO_ALIGN_CENTER, red: true)
    try set("测试印章，不具法律效力 / Test seal, no legal effect", style, "P")
    flow.skip(mm(3))
  }

  private mutating func setHead() throws(Problem) {
    let organ = TextStyle(
      bold: true, size: 27, alignment: PANGO_ALIGN_CENTER, red: true, letterSpacing: 1.5)
    try set(template.organ, organ, "P")
    flow.skip(mm(3))
    flow.add(
      .bar(
        Box(left: PageFlow.left, top: flow.y, right: PageFlow.right, bottom: flow.y + 1.6),
        red: true))
    flow.skip(mm(5))
    try set(
      placeholders.fill(template.title.zh),
      TextStyle(bold: true, size: 21, alignment: PANGO_ALIGN_CENTER), "H1")
    try set(template.title.en, TextStyle(size: 10, alignment: PANGO_ALIGN_CENTER), "P")
    flow.skip(mm(1))
    try set(content.number, TextStyle(size: 12.5, alignment: PANGO_ALIGN_CENTER), "P")
    flow.skip(mm(4))
  }

  private mutating func setBody() throws(Problem) {
    try set(placeholders.fill(template.addressee), TextStyle(), "P")
    for paragraph in template.paragraphs {
      try set(placeholders.fill(paragraph), TextStyle(indent: 28), "P")
    }
    flow.skip(mm(2.5))
  }

  private mutating func setTable() throws(Problem) {
    var table = FactTable(rows: [])
    for row in template.table {
      let value: String
      do { value = try placeholders.fill(row.value) } catch {
        if error.code == "missing_value", row.optional == true { continue }
        throw error
      }
      table.rows.append(try cells(row.label, value))
    }
    for row in content.rows { table.rows.append(try cells(row.label, row.value)) }
    table.set(on: &flow)
    flow.skip(mm(2.5))
  }

  private func cells(
    _ label: String, _ value: String
  ) throws(Problem) -> (label: TextLayout, value: TextLayout) {
    let style = TextStyle(size: 12, leading: 1)
    return (
      try typesetter.set(label, style, width: FactTable.labelWidth - 2 * FactTable.padding),
      try typesetter.set(value, style, width: FactTable.valueWidth)
    )
  }

  private mutating func setNotes() throws(Problem) {
    for note in template.notes {
      try set(placeholders.fill(note), TextStyle(size: 12, indent: 24, leading: 1.05), "P")
    }
  }

  /// The organ and the date, right, with the seal centred over both (GB/T 9704, 7.3.5.1).
  private mutating func setClosing() throws(Problem) -> Box {
    let style = TextStyle()
    let organ = try typesetter.set(template.organ, style, width: PageFlow.width)
    let date = try typesetter.set(
      Placeholders.inWords(content.date), style, width: PageFlow.width)
    let height = max(Self.sealDiameter, organ.height + date.height)
    if flow.room < height + Self.footHeight { flow.newPage() }
    // The seal reaches up to the text, at most one line into it.
    if flow.y > PageFlow.top { flow.skip(-Self.sealOverlap) }
    let middleX = PageFlow.right - max(organ.widest, Self.sealDiameter) / 2 - mm(8)
    let middleY = flow.y + height / 2
    for (text, y) in [(organ, middleY - organ.height), (date, middleY)] {
      flow.add(.open("P"))
      flow.add(.lines(text, 0..<text.lines.count, x: middleX - text.widest / 2, y: y))
      flow.add(.close("P"))
    }
    flow.skip(height)
    let half = Self.sealDiameter / 2
    return Box(
      left: middleX - half, top: middleY - half, right: middleX + half, bottom: middleY + half)
  }

  /// The pointer code with the words that say what it is for.
  private mutating func setFoot() throws(Problem) {
    let top = PageFlow.bottom - Self.footHeight + mm(3)
    var textLeft = PageFlow.left
    var textWidth = PageFlow.width
    if let pointer = content.pointer {
      let edge = Double(pointer.width) * Self.module
      let left = template.pointer == .left ? PageFlow.left : PageFlow.right - edge
      flow.add(.open("Figure"))
      flow.add(.symbol(pointer, x: left, y: top, module: Self.module))
      flow.add(.close("Figure"))
      // Four modules stay white around the code (ISO/IEC 18004, 9.1).
      textWidth -= edge + 5 * Self.module
      if template.pointer == .left { textLeft += edge + 5 * Self.module }
    }
    var y = top
    for (text, style) in [
      ("扫码核验 Scan to verify", TextStyle(bold: true, size: 10.5, leading: 1)),
      (template.smallPrint.zh, TextStyle(size: 8, leading: 1)),
      (template.smallPrint.en, TextStyle(size: 7, leading: 1)),
    ] {
      let layout = try typesetter.set(placeholders.fill(text), style, width: textWidth)
      flow.add(.open("P"))
      flow.add(.lines(layout, 0..<layout.lines.count, x: textLeft, y: y))
      flow.add(.close("P"))
      y += layout.height
    }
  }

  private mutating func set(
    _ text: String, _ style: TextStyle, _ tag: String
  ) throws(Problem) {
    flow.set(try typesetter.set(text, style, width: PageFlow.width), as: tag)
  }
}
