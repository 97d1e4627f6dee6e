package import Cases

/// One document cut out of a page, straightened; upright unless the paper lay otherwise.
package struct DocumentImage: Sendable {
  package let image: PageImage
  /// From the image's pixels to the submitted page.
  package let toPage: Projection
  /// Outline on the submitted page.
  package let polygon: Polygon
  /// Nil where nothing tells the size of the paper.
  package let pixelsPerMillimetre: Double?
  /// Whether nothing was cut out: the page itself, levelled.
  package let isWholePage: Bool

  package init(
    image: PageImage, toPage: Projection, polygon: Polygon, pixelsPerMillimetre: Double?,
    isWholePage: Bool
  ) {
    self.image = image
    self.toPage = toPage
    self.polygon = polygon
    self.pixelsPerMillimetre = pixelsPerMillimetre
    self.isWholePage = isWholePage
  }
}
