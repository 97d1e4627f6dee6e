import CLeptonica
package import Cases

/// Finds the documents on a page: cards on a scanner's glass, the two sides of a card on a photocopy, one sheet, or
/// papers in a photograph.
package enum DocumentFinder {
  /// Pixels. Nothing that is smaller can be read.
  private static let smallestSide = 16

  /// Every document that was found, from top to bottom, in the likeliest layout of the page; nothing at all on a picture
  /// that is too small to show a document.
  /// - Throws: `damaged_image` where there is no memory for the picture.
  package static func documents(on page: SubmittedPage) throws(Problem) -> [DocumentImage] {
    try layouts(of: page).first?.documents() ?? []
  }

  /// At most three ways to see the page, the likeliest first; one is always the page as a whole. None on a
  /// picture that is too small to show a document.
  /// - Throws: `damaged_image` where there is no memory for the picture.
  package static func layouts(of page: SubmittedPage) throws(Problem) -> [PageLayout] {
    guard min(page.image.width, page.image.height) >= smallestSide else { return [] }
    let picture = try PixImage(page.image)
    let view = try FinderView(picture)
    let whole = PageLayout(wholePage: view, of: page)
    guard try view.isScan else {
      return try photographed(picture, in: view, of: page) + [whole]
    }
    let scanned = try scanned(in: view)
    if !scanned.isEmpty {
      return [PageLayout(scanned, in: view, of: page, isPhotograph: false), whole]
    }
    // A picture without a scale may be a photograph of an evenly lit desk; on a sheet, borders are printed.
    return view.pixelsPerMillimetre == nil
      ? [whole] + (try photographed(picture, in: view, of: page)) : [whole]
  }

  private static func photographed(
    _ picture: PixImage, in view: FinderView, of page: SubmittedPage
  ) throws(Problem) -> [PageLayout] {
    try PhotographSearch(picture).arrangements(most: 2).map {
      $0.filter(isLargeEnough)
    }
    .filter { !$0.isEmpty }
    .map { PageLayout($0, in: view, of: page, isPhotograph: true) }
  }

  /// The most certain way first: print tells more than brightness on a sheet, less on a card that fills the scan.
  private static func scanned(in view: FinderView) throws(Problem) -> [Quadrilateral] {
    let faint = FaintCards(view: view)
    if faint.isSheet {
      let copies = try faint.outlines().filter(isLargeEnough)
      if !copies.isEmpty { return copies }
    }
    let contrasting = try ContrastingDocuments(view: view).outlines().filter(isLargeEnough)
    return contrasting.isEmpty && !faint.isSheet
      ? try faint.outlines().filter(isLargeEnough) : contrasting
  }

  private static func isLargeEnough(_ outline: Quadrilateral) -> Bool {
    min(outline.width, outline.height) >= Double(smallestSide)
  }
}
