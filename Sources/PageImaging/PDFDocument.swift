import CCairo
import CPoppler
import Cases

/// Owns one Poppler document.
final class PDFDocument: PagedFile {
  /// A drawn page has at most this many pixels a side; a sheet larger than A3 is drawn coarser.
  private static let largestSide = 5_000.0
  /// Largest side that PDF 1.7 allows, 200 inches.
  private static let largestPage = 14_400.0

  private let document: OpaquePointer

  init(_ file: [UInt8]) throws(Problem) {
    var failure: UnsafeMutablePointer<GError>?
    let bytes = g_bytes_new(file, gsize(file.count))
    defer { g_bytes_unref(bytes) }
    guard let document = poppler_document_new_from_bytes(bytes, nil, &failure) else {
      let isEncrypted =
        kanhe_is_poppler_error(failure, Int32(POPPLER_ERROR_ENCRYPTED.rawValue)) != 0
      g_clear_error(&failure)
      throw isEncrypted ? .encryptedPDF : .damagedPDF
    }
    guard poppler_document_get_n_pages(document) > 0 else {
      g_object_unref(UnsafeMutableRawPointer(document))
      throw .noPages
    }
    self.document = document
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(document)) }

  var count: Int { Int(poppler_document_get_n_pages(document)) }

  func textLayer(_ number: Int) throws(Problem) -> PageTextLayer? {
    let page = try PDFPage(document, number, of: count)
    let size = try Self.size(of: page)
    guard !page.isCoveredByPictures else { return nil }
    let lines = TextLayerLines.lines(of: page.glyphs)
    guard TextLayerJudge.isPlausible(lines) else { return nil }
    return PageTextLayer(
      size: PageSize(page: number, width: size.width, height: size.height, unit: .point),
      lines: lines)
  }

  func page(_ number: Int, dotsPerInch: Double) throws(Problem) -> SubmittedPage {
    let page = try PDFPage(document, number, of: count)
    let size = try Self.size(of: page)
    let scale = min(dotsPerInch / 72, Self.largestSide / max(size.width, size.height))
    let surface = try PageSurface(
      width: Self.pixels(size.width * scale), height: Self.pixels(size.height * scale))
    surface.draw(scale: scale) { poppler_page_render(page.page, $0) }
    return SubmittedPage(
      number: number,
      size: PageSize(page: number, width: size.width, height: size.height, unit: .point),
      image: surface.pageImage(dotsPerInch: Int((scale * 72).rounded())),
      toPage: Projection(1 / scale, 0, 0, 0, 1 / scale, 0))
  }

  /// Rounded up, but not for a rounding error.
  private static func pixels(_ length: Double) -> Int { Int((length - 0.001).rounded(.up)) }

  private static func size(of page: borrowing PDFPage) throws(Problem) -> (
    width: Double, height: Double
  ) {
    let (width, height) = page.size
    let sides = 1.0...largestPage
    guard sides.contains(width), sides.contains(height) else { throw .damagedPDF }
    return (width, height)
  }
}
