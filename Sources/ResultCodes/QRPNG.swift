import CCairo
package import Cases

extension QRPicture {
  /// The symbol as a grey PNG that says 300 dpi, `dotsPerModule` pixels to a module.
  package static func png(
    _ symbol: QRSymbol, dotsPerModule: Int = defaultDots
  ) throws(Problem) -> [UInt8] {
    try checkSize(dotsPerModule)
    let picture = try GreyPicture(side: (symbol.width + 2 * quietZone) * dotsPerModule)
    picture.fill(left: 0, top: 0, width: picture.side, height: picture.side, with: 0xFF)
    for run in symbol.darkRuns {
      picture.fill(
        left: (run.left + quietZone) * dotsPerModule, top: (run.row + quietZone) * dotsPerModule,
        width: run.length * dotsPerModule, height: dotsPerModule, with: 0)
    }
    return try addResolution(to: try picture.png())
  }

  /// `pHYs` (PNG, 11.3.4.3): 11,811 pixels to the metre in both directions, with its CRC. Cairo
  /// does not write it.
  private static let resolution: [UInt8] = [
    0, 0, 0, 9, 0x70, 0x48, 0x59, 0x73, 0, 0, 0x2E, 0x23, 0, 0, 0x2E, 0x23, 1, 0x78, 0xA5, 0x3F,
    0x76,
  ]

  /// Behind the signature (8 bytes) and IHDR (25 bytes).
  private static func addResolution(to png: [UInt8]) throws(Problem) -> [UInt8] {
    guard png.count > 33, Array(png[12..<16]) == Array("IHDR".utf8) else { throw .drawing("IHDR") }
    return png[..<33] + resolution + png[33...]
  }
}

/// A square grey picture, drawn into and written by Cairo.
private final class GreyPicture {
  let side: Int
  private let handle: OpaquePointer
  private let samples: UnsafeMutablePointer<UInt8>
  private let stride: Int

  init(side: Int) throws(Problem) {
    let made = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(side), Int32(side))
    guard let made, cairo_surface_status(made) == CAIRO_STATUS_SUCCESS,
      let samples = cairo_image_surface_get_data(made)
    else {
      cairo_surface_destroy(made)
      throw .drawing("cairo_image_surface_create")
    }
    self.side = side
    self.samples = samples
    stride = Int(cairo_image_surface_get_stride(made))
    handle = made
  }

  deinit { cairo_surface_destroy(handle) }

  func fill(left: Int, top: Int, width: Int, height: Int, with sample: UInt8) {
    cairo_surface_flush(handle)
    for row in top..<top + height {
      (samples + row * stride + left).update(repeating: sample, count: width)
    }
    cairo_surface_mark_dirty(handle)
  }

  func png() throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    // `&bytes` alone would lend the array's elements, not the array.
    let status = withUnsafeMutablePointer(to: &bytes) { destination in
      cairo_surface_write_to_png_stream(
        handle,
        { closure, data, count in
          guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
          closure.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, destination)
    }
    guard status == CAIRO_STATUS_SUCCESS else { throw .drawing("cairo PNG \(status.rawValue)") }
    return bytes
  }
}
