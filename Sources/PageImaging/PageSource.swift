package import Cases

/// The pages of one file. Opened once; one page at a time is in memory.
package struct PageSource {
  private let file: any PagedFile

  /// - Throws: `damaged_image`, `damaged_pdf`, `encrypted_pdf`, `no_pages`.
  package init(bytes: [UInt8], format: FileFormat) throws(Problem) {
    file =
      format == .pdf
      ? try PDFDocument(bytes) : try PictureDecoder(bytes: bytes, format: format)
  }

  /// Number of pages, at least 1.
  package var count: Int { file.count }

  /// The text of page `number` (from 1) where it can be relied on; nil for pictures, and for a layer that somebody's
  /// recognition put under a scan.
  package func textLayer(_ number: Int) throws(Problem) -> PageTextLayer? {
    try file.textLayer(number)
  }

  /// The picture of page `number` (from 1), drawn at `dotsPerInch` where it is no picture yet.
  package func page(_ number: Int, dotsPerInch: Double = 300) throws(Problem) -> SubmittedPage {
    try file.page(number, dotsPerInch: dotsPerInch)
  }
}

/// A file that holds pages: pictures, or a PDF.
protocol PagedFile {
  var count: Int { get }
  func textLayer(_ number: Int) throws(Problem) -> PageTextLayer?
  func page(_ number: Int, dotsPerInch: Double) throws(Problem) -> SubmittedPage
}
