package import Cases
import Typefaces

/// Sheets that are laid between the papers of one case and those of the next before a stack is scanned.
package enum SeparatorSheet {
  /// A4 pages in black: a code in each corner, because one that can be read is enough, and words for people.
  ///
  /// - Parameters:
  ///   - code: the symbol of `text`.
  ///   - copies: pages.
  /// - Throws: `missing_font`, `drawing_failed`.
  package static func draw(
    _ code: QRSymbol, of text: String, copies: Int, on day: CalendarDay
  ) throws(Problem) -> [UInt8] {
    let page = try page(code, text)
    let pages = [[Mark]](repeating: page, count: max(1, copies))
    let document = ResultDocument(
      title: "分隔页 Separator sheet", author: "Kanhe", subject: "Separator sheet for scanning",
      date: day, pages: pages)
    return try document.encoded(fonts: try FontCase(for: pages))
  }

  /// Without the quiet zone, in millimetres.
  private static let codeSide = 52.0
  private static let margin = 18.0

  private static let words: [(text: String, style: TextStyle)] = [
    ("分隔页", TextStyle(bold: true, size: 44, pitch: 64, alignment: .centre)),
    ("Separator sheet", TextStyle(bold: true, size: 22, pitch: 40, alignment: .centre)),
    (
      "请放在前一位申请人与后一位申请人的材料之间，一起扫描。可反复使用，请保持二维码清洁。",
      TextStyle(size: 13, pitch: 22, alignment: .centre)
    ),
    (
      "Lay it between the papers of one applicant and those of the next, and scan it with them. "
        + "It may be used again and again; keep the codes clean.",
      TextStyle(size: 11, pitch: 17, alignment: .centre)
    ),
  ]

  private static func page(_ code: QRSymbol, _ text: String) throws(Problem) -> [Mark] {
    let typesetter = try Typesetter(.sans)
    var flow = PageFlow()
    var y = mm(100)
    let said = [(text: text, style: TextStyle(size: 9, pitch: 20, alignment: .centre))]
    for (text, style) in words + said {
      let layout = try typesetter.set(text, style, width: PageFlow.width)
      flow.add(
        layout, as: y == mm(100) ? .heading : .paragraph,
        x: (PageFlow.pageWidth - PageFlow.width) / 2, y: y)
      y += layout.height + mm(3)
    }
    let figure = flow.newElement(
      .figure, alternative: "分隔页二维码 QR code of the separator sheet: \(text)")
    flow.add(.open(figure))
    let side = mm(codeSide)
    for top in [mm(margin), PageFlow.pageHeight - mm(margin) - side] {
      for left in [mm(margin), PageFlow.pageWidth - mm(margin) - side] {
        flow.add(.symbol(code, x: left, y: top, module: side / Double(code.width)))
      }
    }
    flow.add(.close)
    return flow.pages[0]
  }
}
