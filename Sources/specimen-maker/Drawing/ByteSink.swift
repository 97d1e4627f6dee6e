import CCairo

/// Collects what cairo writes.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// A PDF surface that writes here; the sink must outlive it. Size in points.
  func pdfSurface(width: Double, height: Double, title: String) -> OpaquePointer? {
    let made = cairo_pdf_surface_create_for_stream(
      { closure, data, length in
        guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(self).toOpaque(), width, height)
    cairo_pdf_surface_set_metadata(made, CAIRO_PDF_METADATA_TITLE, title)
    // A fixed date keeps the file the same on every run.
    cairo_pdf_surface_set_metadata(
      made, CAIRO_PDF_METADATA_CREATE_DATE, "2026-11-01T09:00:00+08:00")
    return made
  }
}
