import CLeptonica
package import Cases

/// Finds the documents on a page: cards on a scanner's glass, the two sides of a card on a photocopy, or one sheet.
package enum DocumentFinder {
  /// Pixels. Nothing that is smaller can be read.
  private static let smallestSide = 16

  /// Every document that was found, from top to bottom. Where none is certain, the levelled page; nothing at all on
  /// a picture that is too small to show a document.
  /// - Throws: `damaged_image` where there is no memory for the picture.
  package static func documents(on page: SubmittedPage) throws(Problem) -> [DocumentImage] {
    guard min(page.image.width, page.image.height) >= smallestSide else { return [] }
    let view = try FinderView(PixImage(page.image))
    let outlines = try outlines(in: view).filter {
      min($0.width, $0.height) >= Double(smallestSide)
    }
    guard !outlines.isEmpty else { return [try whole(page, view)] }
    var documents: [DocumentImage] = []
    for outline in outlines.sorted(by: { $0.polygon.bounds.top < $1.polygon.bounds.top }) {
      documents.append(try cut(outline, from: view, of: page))
    }
    return documents
  }

  /// The page itself, turned so that its lines are level.
  /// - Throws: `damaged_image` where there is no memory for the picture.
  package static func wholePage(_ page: SubmittedPage) throws(Problem) -> DocumentImage {
    try whole(page, FinderView(PixImage(page.image)))
  }

  /// The most certain way first: print tells more than brightness on a sheet, less on a card that fills the scan.
  private static func outlines(in view: FinderView) throws(Problem) -> [Quadrilateral] {
    let faint = FaintCards(view: view)
    if faint.isSheet {
      let copies = try faint.outlines()
      if !copies.isEmpty { return copies }
    }
    let contrasting = try ContrastingDocuments(view: view).outlines()
    return contrasting.isEmpty && !faint.isSheet ? try faint.outlines() : contrasting
  }

  private static func whole(_ page: SubmittedPage, _ view: FinderView) throws(Problem)
    -> DocumentImage
  {
    let paper = WholePage(view: view)
    if let outline = try paper.outline() {
      return try cut(outline, from: view, of: page, isWholePage: true)
    }
    return DocumentImage(
      image: page.image, toPage: page.toPage, polygon: page.toPage(paper.box),
      pixelsPerMillimetre: view.pixelsPerMillimetre, isWholePage: true)
  }

  private static func cut(
    _ outline: Quadrilateral, from view: FinderView, of page: SubmittedPage,
    isWholePage: Bool = false
  ) throws(Problem) -> DocumentImage {
    let (width, height) = (outline.width.rounded(), outline.height.rounded())
    guard let toPicture = Projection(rectangle: width, height, to: outline) else {
      throw .damagedImage
    }
    let straight = try view.page.rectified(outline, width: width, height: height)
    let scale = view.pixelsPerMillimetre
    return DocumentImage(
      image: try straight.pageImage(), toPage: toPicture.then(page.toPage),
      polygon: outline.mapped(page.toPage).polygon,
      pixelsPerMillimetre: isWholePage
        ? scale : PaperFormat.scale(width: width, height: height, onPageOf: scale),
      isWholePage: isWholePage)
  }
}
