package import Cases

/// Draws results: a template and the values of a case become an A4 document that is ready for its seal.
package enum ResultDrawing {
  /// The same input gives the same bytes as long as fonts and libraries are the same.
  /// - Throws: `missing_font`, `missing_glyph`, `missing_value`, `bad_model`, `drawing_failed`.
  package static func draw(
    _ template: ResultTemplate, _ content: ResultContent
  ) throws(Problem) -> DrawnResult {
    let typesetter = try Typesetter(template.face)
    var (composition, sealBox) = try compose(template, content, .standard, typesetter)
    if composition.flow.pages.count > 1 {
      let compact = try compose(template, content, .compact, typesetter)
      if compact.composition.flow.pages.count < composition.flow.pages.count {
        (composition, sealBox) = compact
      }
    }
    let pages = try PageNumbers(typesetter: typesetter).added(to: composition.flow.pages)
    let fonts = try FontCase(for: pages)
    let document = ResultDocument(
      title: "\(template.title.zh) \(content.number)", author: template.organ,
      subject: template.title.en, date: content.date, pages: pages)
    return DrawnResult(
      pdf: try document.encoded(fonts: fonts), pageCount: pages.count,
      sealPage: pages.count - 1, sealBox: sealBox, standIns: fonts.standIns)
  }

  private static func compose(
    _ template: ResultTemplate, _ content: ResultContent, _ scale: TypeScale,
    _ typesetter: Typesetter
  ) throws(Problem) -> (composition: ResultComposition, seal: Box) {
    var composition = ResultComposition(template, content, scale, typesetter)
    let seal = try composition.compose()
    return (composition, seal)
  }
}
