import CLeptonica
package import Cases

/// Finds the documents on a page: cards on a scanner's glass, the two sides of a card on a photocopy, or one sheet that
/// fills the page.
package enum DocumentFinder {
  /// From top to bottom. Where nothing certain is found, the levelled page; nothing at all on a picture that is too
  /// small to show a document.
  /// - Throws: `damaged_image` where there is no memory for the picture.
  package static func documents(on page: SubmittedPage) throws(Problem) -> [DocumentImage] {
    guard Rectification.isLargeEnough(width: page.image.width, height: page.image.height) else {
      return []
    }
    let picture = try PixImage(page.image)
    var documents: [DocumentImage] = []
    for outline in try outlines(on: picture) {
      let scale = max(outline.width, outline.height) / CardSize.width
      let cut = try Rectification.document(
        outline, toPage: page.toPage, picture: picture, pixelsPerMillimetre: scale)
      documents.append(try levelled(cut))
    }
    return documents.isEmpty ? [try whole(page, picture)] : documents
  }

  /// The page itself, turned so that its lines are level.
  /// - Throws: `damaged_image` where there is no memory for the picture.
  package static func wholePage(_ page: SubmittedPage) throws(Problem) -> DocumentImage {
    try whole(page, try PixImage(page.image))
  }

  private static func outlines(on picture: borrowing PixImage) throws(Problem) -> [Quadrilateral] {
    let view = try PageView(of: picture)
    var outlines = try CardOutlines.cards(on: view)
    // On a photocopy the edges of one card may have come out and those of the other not.
    if view.isSheet { outlines.add(try ContentBlocks.cards(on: view, beside: outlines)) }
    return outlines.sorted { $0.topLeft.y < $1.topLeft.y }
  }

  /// A block of print that was cut out upright may still lean; a card cut out along its edges does not.
  private static func levelled(_ document: DocumentImage) throws(Problem) -> DocumentImage {
    let picture = try PixImage(document.image)
    let angle = try Skew.degrees(of: picture)
    guard abs(angle) > 0.4 else { return document }
    return try Rectification.document(
      .turned(picture.box, byDegrees: -angle), toPage: document.toPage, picture: picture,
      pixelsPerMillimetre: document.pixelsPerMillimetre)
  }

  private static func whole(_ page: SubmittedPage, _ picture: borrowing PixImage) throws(Problem)
    -> DocumentImage
  {
    let angle = try Skew.degrees(of: picture)
    let scale = PaperScale.pixelsPerMillimetre(
      width: page.image.width, height: page.image.height, dotsPerInch: page.image.dotsPerInch)
    guard angle != 0 else {
      return DocumentImage(
        image: page.image, toPage: page.toPage, polygon: page.toPage(picture.box),
        pixelsPerMillimetre: scale, isWholePage: true)
    }
    // Lines that lean clockwise are level in a rectangle that leans the same way.
    return try Rectification.document(
      .turned(picture.box, byDegrees: -angle), toPage: page.toPage, picture: picture,
      pixelsPerMillimetre: scale, isWholePage: true)
  }
}
