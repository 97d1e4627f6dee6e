package import Cases

/// One way to see which documents lie on a page.
package struct PageLayout {
  /// Outlines in pixels of the page; nil where the page itself is the document.
  private let outlines: [Quadrilateral]?
  private let view: FinderView
  private let page: SubmittedPage
  /// Whether a camera took it: then sides converge and nothing is known of its scale.
  private let isPhotograph: Bool

  init(_ outlines: [Quadrilateral], in view: FinderView, of page: SubmittedPage, isPhotograph: Bool)
  {
    self.outlines = outlines.sorted { $0.polygon.bounds.top < $1.polygon.bounds.top }
    (self.view, self.page, self.isPhotograph) = (view, page, isPhotograph)
  }

  init(wholePage view: FinderView, of page: SubmittedPage) {
    outlines = nil
    (self.view, self.page, isPhotograph) = (view, page, false)
  }

  /// Whether nothing is cut out.
  package var isWholePage: Bool { outlines == nil }

  /// The documents, cut out and straightened, from top to bottom.
  /// - Throws: `damaged_image` where there is no memory for a picture.
  package func documents() throws(Problem) -> [DocumentImage] {
    guard let outlines else { return [try whole()] }
    var documents: [DocumentImage] = []
    for outline in outlines { documents.append(try cut(outline)) }
    return documents
  }

  /// The page itself, turned so that its lines are level.
  private func whole() throws(Problem) -> DocumentImage {
    let paper = WholePage(view: view)
    if let outline = try paper.outline() {
      let size = RectifiedSize(width: outline.width.rounded(), height: outline.height.rounded())
      return try cut(outline, size: size, isWholePage: true)
    }
    return DocumentImage(
      image: page.image, toPage: page.toPage, polygon: page.toPage(paper.box),
      pixelsPerMillimetre: view.pixelsPerMillimetre, isWholePage: true)
  }

  private func cut(_ outline: Quadrilateral) throws(Problem) -> DocumentImage {
    let (width, height) = (Double(page.image.width), Double(page.image.height))
    let size =
      isPhotograph
      ? RectifiedSize(photographed: outline, width: width, height: height)
      : RectifiedSize(width: outline.width.rounded(), height: outline.height.rounded())
    return try cut(outline, size: size, isWholePage: false)
  }

  private func cut(
    _ outline: Quadrilateral, size: RectifiedSize, isWholePage: Bool
  ) throws(Problem) -> DocumentImage {
    guard let toPicture = Projection(rectangle: size.width, size.height, to: outline) else {
      throw .damagedImage
    }
    let straight = try page.image.rectified(toPicture, width: size.width, height: size.height)
    let scale = isPhotograph ? nil : view.pixelsPerMillimetre
    return DocumentImage(
      image: straight, toPage: toPicture.then(page.toPage),
      polygon: outline.mapped(page.toPage).polygon,
      pixelsPerMillimetre: isWholePage
        ? scale : PaperFormat.scale(width: size.width, height: size.height, onPageOf: scale),
      isWholePage: isWholePage)
  }
}
