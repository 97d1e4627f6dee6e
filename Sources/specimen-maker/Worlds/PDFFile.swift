import CCairo
import Cases
import Foundation

/// PDF files: born digital, or no more than a picture in an envelope.
enum PDFFile {
  /// Real text, as an office program would export it.
  static func digital(_ drawing: some Drawing, title: String) throws -> (bytes: Data, sheet: Sheet)
  {
    let canvas = try Canvas(
      width: drawing.width, height: drawing.height, medium: .pdf(title: title))
    let sheet = Sheet(canvas)
    try drawing.draw(on: sheet)
    return (canvas.finishedPDF(), sheet)
  }

  /// One page with one JPEG, as a scanner makes it; the JPEG goes in as it is.
  static func envelope(
    _ jpeg: Data, width: Int, height: Int, dotsPerInch: Double
  ) throws(Problem) -> Data {
    let millimetres = 25.4 / dotsPerInch
    let canvas = try Canvas(
      width: Double(width) * millimetres, height: Double(height) * millimetres,
      medium: .pdf(title: "SPECIMEN"))
    let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    defer { cairo_surface_destroy(image) }
    // Cairo frees the copy when it is done with it.
    guard let copy = malloc(jpeg.count) else { throw .cannotDraw("memory") }
    jpeg.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: jpeg.count) }
    }
    let status = cairo_surface_set_mime_data(
      image, CAIRO_MIME_TYPE_JPEG, copy.assumingMemoryBound(to: UInt8.self), UInt(jpeg.count),
      { free($0) }, copy)
    guard status == CAIRO_STATUS_SUCCESS else { throw .cannotDraw("JPEG in PDF") }
    cairo_scale(canvas.context, millimetres, millimetres)
    cairo_set_source_surface(canvas.context, image, 0, 0)
    cairo_paint(canvas.context)
    return canvas.finishedPDF()
  }
}
