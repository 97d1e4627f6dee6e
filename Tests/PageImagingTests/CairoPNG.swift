import CCairo

/// What was drawn on a surface, as a PNG file.
func pngFile(of surface: OpaquePointer?) -> [UInt8] {
  var bytes: [UInt8] = []
  withUnsafeMutablePointer(to: &bytes) { bytes in
    _ = cairo_surface_write_to_png_stream(
      surface,
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        closure.assumingMemoryBound(to: [UInt8].self).pointee += UnsafeBufferPointer(
          start: data, count: Int(count))
        return CAIRO_STATUS_SUCCESS
      }, bytes)
  }
  return bytes
}
