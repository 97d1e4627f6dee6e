package import Cases

/// One document cut out of a page, straightened and upright.
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
}
