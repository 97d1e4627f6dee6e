import Cases
import Typefaces

/// Puts a template and its content together, from the organ's name down to the code at the foot.
struct ResultComposition {
  /// Printed size of the seal (GB/T 33481: round seals of government organs).
  static let sealDiameter = mm(42)
  /// How far the seal may reach over the line above (GB/T 9704-2012, 7.3.5.1: less than a line).
  static let sealOverlap = mm(4)
  /// How far the organ's name and the date stand below the seal's middle (ibid.).
  static let closingDrop = mm(1.5)
  /// Edge of a module of the pointer code: eight dots at 300 dpi.
  static let module = 8 * 72.0 / 300

  let template: ResultTemplate
  let content: ResultContent
  let scale: TypeScale
  let typesetter: Typesetter
  let placeholders: Placeholders
  private(set) var flow = PageFlow()

  init(
    _ template: ResultTemplate, _ content: ResultContent, _ scale: TypeScale,
    _ typesetter: Typesetter
  ) {
    self.template = template
    self.content = content
    self.scale = scale
    self.typesetter = typesetter
    var values = content.values
    values["number"] = content.number
    values["date"] = content.date.description
    placeholders = Placeholders(values: values)
  }

  /// Everything in reading order; gives the box for the seal on the last page.
  mutating func compose() throws(Problem) -> Box {
    try setTestNotice()
    switch template.head {
    case .red: try setRedHead()
    case .plain: try setPlainHead()
    }
    if let addressee = template.addressee {
      try set(placeholders.fill(addressee), scale.text, .paragraph)
    }
    let pieces = try BodyPieces(
      content: content, placeholders: placeholders, scale: scale, typesetter: typesetter
    ).pieces(of: template.body)
    let seal = try setBodyAndClosing(pieces)
    try setFoot()
    return seal
  }

  /// Above the type area, so that nobody overlooks it.
  private mutating func setTestNotice() throws(Problem) {
    guard content.underTestAuthority else { return }
    let notice = try typesetter.set(
      "测试印章，不具法律效力 / Test seal, no legal effect",
      TextStyle(size: 10.5, pitch: 14, alignment: .centre, red: true), width: PageFlow.width)
    flow.add(notice, as: .paragraph, x: PageFlow.left, y: mm(18))
  }

  /// The form of a letter: the organ in red 30 mm from the edge, a thick and a thin rule below, the number under them at the
  /// right (GB/T 9704-2012, 10.1).
  private mutating func setRedHead() throws(Problem) {
    let style = TextStyle(
      bold: true, size: 27, pitch: 34, alignment: .centre, red: true, letterSpacing: 1.5)
    let organ = try typesetter.set(template.organ, style, width: mm(170))
    let left = (PageFlow.pageWidth - mm(170)) / 2
    flow.add(organ, as: .paragraph, x: left, y: mm(28))
    let rule = mm(28) + organ.height + mm(3)
    for (top, thickness) in [(rule, 2.2), (rule + 3.4, 0.7)] {
      flow.add(
        .bar(
          Box(left: left, top: top, right: left + mm(170), bottom: top + thickness), red: true))
    }
    flow.skip(rule + mm(4) - flow.y)
    let number = try typesetter.set(
      content.number, TextStyle(size: 12, pitch: 18), width: PageFlow.width)
    flow.add(number, as: .paragraph, x: PageFlow.right - number.widest, y: flow.y)
    flow.skip(number.height + mm(4))
    try setTitle()
    flow.skip(mm(4))
  }

  private mutating func setPlainHead() throws(Problem) {
    try setTitle()
    let style = TextStyle(size: 12, pitch: 20, alignment: .centre)
    try set(content.number, style, .paragraph)
    flow.skip(mm(5))
  }

  private mutating func setTitle() throws(Problem) {
    try set(
      placeholders.fill(template.title.zh),
      TextStyle(
        bold: true, size: scale.title, pitch: scale.title * 1.4, alignment: .centre), .heading)
    try set(
      template.title.en, TextStyle(size: 10, pitch: 14, alignment: .centre), .paragraph)
  }

  /// The organ and the date, right, with the seal centred over both (GB/T 9704-2012, 7.3.5.1).
  private mutating func setBodyAndClosing(_ pieces: [Piece]) throws(Problem) -> Box {
    let organ = try typesetter.set(template.organ, scale.text, width: PageFlow.width)
    let date = try typesetter.set(
      content.date.inWords, scale.text, width: PageFlow.width)
    let height = max(Self.sealDiameter, organ.height + date.height)
    var setter = BodySetter(flow)
    setter.set(pieces)
    setter.keepEnd(of: pieces, with: height - Self.sealOverlap)
    flow = setter.flow
    if !flow.isAtTop { flow.skip(-Self.sealOverlap) }
    let middleX = PageFlow.right - max(organ.widest, Self.sealDiameter) / 2 - mm(8)
    let middleY = flow.y + height / 2
    for (text, y) in [(organ, middleY - organ.height), (date, middleY)].map({
      ($0, $1 + Self.closingDrop)
    }) {
      flow.add(text, as: .paragraph, x: middleX - text.widest / 2, y: y)
    }
    flow.skip(height)
    let half = Self.sealDiameter / 2
    return Box(
      left: middleX - half, top: middleY - half, right: middleX + half, bottom: middleY + half)
  }

  /// Below the type area: the pointer code with the words that say what it is for; nothing where there is no code.
  private mutating func setFoot() throws(Problem) {
    guard let pointer = content.pointer else { return }
    let top = PageFlow.bottom + mm(1.5)
    let edge = Double(pointer.width) * Self.module
    let isLeft = template.pointer == .left
    let figure = flow.newElement(
      .figure,
      alternative: "核验二维码：打开本结果的核验页 QR code of the page where this result is verified")
    flow.add(.open(figure))
    flow.add(
      .symbol(
        pointer, x: isLeft ? PageFlow.left : PageFlow.right - edge, y: top, module: Self.module))
    flow.add(.close)
    // Four modules stay white around the code (ISO/IEC 18004, 9.1).
    let textWidth = PageFlow.width - edge - 5 * Self.module
    let textLeft = PageFlow.left + (isLeft ? edge + 5 * Self.module : 0)
    var y = top
    for (text, style) in [
      ("扫码核验 Scan to verify", TextStyle(size: 11, pitch: 15)),
      (template.smallPrint.zh, TextStyle(size: 9, pitch: 13)),
      (template.smallPrint.en, TextStyle(size: 8, pitch: 11)),
    ] {
      let layout = try typesetter.set(placeholders.fill(text), style, width: textWidth)
      flow.add(layout, as: .paragraph, x: textLeft, y: y)
      y += layout.height
    }
  }

  private mutating func set(
    _ text: String, _ style: TextStyle, _ role: StructureElement.Role
  ) throws(Problem) {
    flow.set(try typesetter.set(text, style, width: PageFlow.width), as: role)
  }
}
