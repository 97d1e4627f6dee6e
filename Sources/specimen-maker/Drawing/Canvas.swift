import CCairo
import Cases
import Foundation

/// One cairo surface with its context, in millimetres from the top left.
///
/// `place` moves and turns what is drawn inside; every box that comes back is in device units
/// (pixels of a picture, points of a PDF page), whatever was placed where.
final class Canvas {
  enum Medium {
    case picture(dotsPerInch: Double)
    case pdf(title: String)
  }

  let context: OpaquePointer
  let surface: OpaquePointer
  private let pdfBytes: ByteSink

  /// `width` and `height` in millimetres.
  init(width: Double, height: Double, medium: Medium) throws(Problem) {
    let sink = ByteSink()
    let made: OpaquePointer?
    let unitsPerInch: Double
    switch medium {
    case .picture(let dotsPerInch):
      unitsPerInch = dotsPerInch
      made = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32((width / 25.4 * dotsPerInch).rounded()),
        Int32((height / 25.4 * dotsPerInch).rounded()))
    case .pdf(let title):
      unitsPerInch = 72
      made = sink.pdfSurface(
        width: width / 25.4 * 72, height: height / 25.4 * 72, title: title)
    }
    guard let made, cairo_surface_status(made) == CAIRO_STATUS_SUCCESS, let pen = cairo_create(made)
    else { throw .cannotDraw("cairo surface \(width)x\(height) mm") }
    cairo_scale(pen, unitsPerInch / 25.4, unitsPerInch / 25.4)
    pdfBytes = sink
    surface = made
    context = pen
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Draws in a frame of its own: origin at (x, y), turned clockwise by `degrees`, enlarged by `scale`.
  func place(
    x: Double, y: Double, degrees: Double = 0, scale: Double = 1, _ draw: () throws -> Void
  ) rethrows {
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, x, y)
    cairo_rotate(context, degrees * .pi / 180)
    cairo_scale(context, scale, scale)
    try draw()
  }

  /// A rectangle of the current frame, as the device sees it.
  func polygon(_ box: Box) -> Polygon {
    Polygon(
      Polygon(box).corners.map { corner in
        var (x, y) = (corner.x, corner.y)
        cairo_user_to_device(context, &x, &y)
        return Point(x, y)
      })
  }

  /// What the device sees, in the current frame.
  func local(_ polygon: Polygon) -> Polygon {
    Polygon(
      polygon.corners.map { corner in
        var (x, y) = (corner.x, corner.y)
        cairo_device_to_user(context, &x, &y)
        return Point(x, y)
      })
  }

  /// Ends a PDF and gives its bytes.
  func finishedPDF() -> Data {
    cairo_show_page(context)
    cairo_surface_finish(surface)
    return Data(pdfBytes.bytes)
  }
}
