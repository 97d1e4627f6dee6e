import CCairo
import Cases

/// A cairo PDF surface that writes into memory, with its drawing context.
final class PDFSurface {
  /// A4, in points.
  static let pageWidth = 595.276
  static let pageHeight = 841.89

  /// What cairo's write callback appends to.
  private final class Sink { var bytes: [UInt8] = [] }

  private let sink: Sink
  private let surface: OpaquePointer
  let context: OpaquePointer

  init() throws(Problem) {
    let sink = Sink()
    let created = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(sink).toOpaque(), Self.pageWidth, Self.pageHeight)
    guard let surface = created, let context = cairo_create(surface) else {
      cairo_surface_destroy(created)
      throw .drawingFailed("cairo_pdf_surface_create")
    }
    // With this version cairo 1.18 writes the classic cross-reference table too, which a seal builds on.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    self.sink = sink
    self.surface = surface
    self.context = context
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// What the viewer's window and a file manager show.
  func describe(title: String, author: String, subject: String, date: CalendarDay) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
    // The day of issue and not the clock: the same content gives the same bytes.
    for key in [CAIRO_PDF_METADATA_CREATE_DATE, CAIRO_PDF_METADATA_MOD_DATE] {
      cairo_pdf_surface_set_metadata(surface, key, "\(date)T00:00:00+08:00")
    }
  }

  func endPage() { cairo_show_page(context) }

  /// Ends the document; nothing can be drawn afterwards.
  func finish() throws(Problem) -> [UInt8] {
    let drawn = cairo_status(context)
    cairo_surface_finish(surface)
    let written = cairo_surface_status(surface)
    for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
      throw .drawingFailed(String(cString: cairo_status_to_string(status)))
    }
    return sink.bytes
  }
}
