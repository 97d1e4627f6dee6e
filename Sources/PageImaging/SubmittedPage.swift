package import Cases

/// One page as it was submitted, decoded.
package struct SubmittedPage: Sendable {
  /// From 1.
  package let number: Int
  /// Of the stored picture before its EXIF orientation is applied, or of the PDF page.
  package let size: PageSize
  /// Upright: EXIF orientation applied.
  package let image: PageImage
  /// From the image's pixels to the submitted page.
  package let toPage: Projection
}

/// The text of a born-digital PDF page, in points of the page, origin top left.
package struct PageTextLayer: Sendable {
  package let size: PageSize
  package let lines: [TextLine]
}
