package import Cases

/// Draws results: a template and the values of a case become an A4 document that is ready for its seal.
package enum ResultDrawing {
  /// The same input gives the same bytes as long as fonts and libraries are the same.
  /// - Throws: `missing_font`, `missing_glyph`, `missing_value`, `bad_model`, `drawing_failed`.
  package static func draw(
    _ template: ResultTemplate, _ content: ResultContent
  ) throws(Problem) -> DrawnResult {
    let surface = try PDFSurface()
    surface.describe(
      title: "\(template.title.zh) \(content.number)", author: template.organ,
      subject: template.title.en, date: content.date)
    var composition = ResultComposition(template, content, try Typesetter(on: surface))
    let sealBox = try composition.compose()
    let pages = try PageNumbers(composition.typesetter).added(to: composition.flow.pages)
    PagePainter(surface: surface).paint(pages)
    return DrawnResult(
      pdf: try surface.finish(), pageCount: pages.count, sealPage: pages.count - 1,
      sealBox: sealBox)
  }
}
