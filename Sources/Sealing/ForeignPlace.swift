package import Cases

/// Where the seal goes on a document of another program, whose pages are not known before it is read.
package struct ForeignPlace: Sendable, Equatable {
  /// From 1; the last page where it is nil.
  package var page: Int?
  /// The middle of the seal in millimetres from the top left of the page; at the right of its foot where it is nil.
  package var middle: Point?
  /// Whether several pages also get their parts of it at the right edge.
  package var riding: Bool

  package init(page: Int? = nil, middle: Point? = nil, riding: Bool = false) {
    self.page = page
    self.middle = middle
    self.riding = riding
  }

  /// - Throws: `cannot_be_sealed` for a page that is not there, or a place where the seal would reach over the edge.
  func placement(
    on document: SealableDocument, _ picture: SealPicture
  ) throws(Problem) -> SealPlacement {
    let index = (page ?? document.pages.count) - 1
    let geometry = try document.page(index).geometry
    let millimetre = SealDrawing.millimetre
    let middle =
      self.middle.map { Point($0.x * millimetre, $0.y * millimetre) }
      ?? Point(
        geometry.width - picture.width / 2 - 28 * millimetre,
        geometry.height - picture.height / 2 - 35 * millimetre)
    let box = Box(
      left: middle.x - picture.width / 2, top: middle.y - picture.height / 2,
      right: middle.x + picture.width / 2, bottom: middle.y + picture.height / 2)
    guard box.left >= 0, box.top >= 0, box.right <= geometry.width, box.bottom <= geometry.height
    else { throw .cannotBeSealed("the seal would reach over the edge of the page") }
    return SealPlacement(page: index, box: box, riding: riding)
  }
}
