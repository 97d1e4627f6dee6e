import CCairo
import Cases

/// Owns one picture in memory that a page is drawn on, on white paper.
struct PageSurface: ~Copyable {
  private let surface: OpaquePointer

  init(width: Int, height: Int) throws(Problem) {
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw .damagedPDF
    }
    self.surface = surface
  }

  deinit { cairo_surface_destroy(surface) }

  /// Draws at `scale` pixels a unit.
  borrowing func draw(scale: Double, _ paint: (OpaquePointer?) -> Void) {
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    paint(context)
  }

  borrowing func pageImage(dotsPerInch: Int) -> PageImage {
    cairo_surface_flush(surface)
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    let data = cairo_image_surface_get_data(surface)
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { buffer, count in
      guard let data, var out = buffer.baseAddress else { return }
      for row in 0..<height {
        // 32-bit words 0x00RRGGBB in host order, which is blue, green, red, unused in memory here.
        var pixel = data + row * stride
        for _ in 0..<width {
          (out[0], out[1], out[2]) = (pixel[2], pixel[1], pixel[0])
          out += 3
          pixel += 4
        }
      }
      count = width * height * 3
    }
    return PageImage(
      width: width, height: height, channels: 3, dotsPerInch: dotsPerInch, pixels: pixels)
  }
}
