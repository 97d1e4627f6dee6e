import CLeptonica
package import Cases

/// A small picture of a page, for browsers that show no PDF.
package enum PagePicture {
  /// Page 1 of a PDF that this program made, as JPEG: every browser shows it,
  /// and it takes a twentieth of the time of WebP.
  ///
  /// - Throws: `damaged_pdf`, `damaged_image`.
  package static func jpeg(
    ofFirstPageOf pdf: [UInt8], dotsPerInch: Double = 84, quality: Int = 50
  ) throws(Problem) -> [UInt8] {
    let page = try PDFDocument(pdf).page(1, dotsPerInch: dotsPerInch)
    let picture = try PixImage(page.image)
    var encoded: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = pixWriteMemJpeg(&encoded, &count, picture.pix, Int32(quality), 0)
    defer { free(encoded) }
    guard status == 0, let encoded else { throw .damagedImage }
    return Array(UnsafeBufferPointer(start: encoded, count: count))
  }
}
