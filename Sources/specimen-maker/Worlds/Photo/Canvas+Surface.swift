import CCairo
import Cases

extension Canvas {
  private static let tile = 900

  /// Covers everything with a surface. One tile is computed; its mirror images lie around it.
  func cover(with surface: DeskSurface, _ random: inout Randomness) throws(Problem) {
    let side = Self.tile
    let texture = DeskTexture(surface.material, &random)
    let image = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(side), Int32(side))
    defer { cairo_surface_destroy(image) }
    guard let bytes = cairo_image_surface_get_data(image) else {
      throw .cannotDraw("cairo texture")
    }
    let stride = Int(cairo_image_surface_get_stride(image))
    let millimetres = Float(0.28 / surface.coarseness)
    for row in 0..<side {
      let line = UnsafeMutableRawPointer(bytes + row * stride).assumingMemoryBound(to: UInt32.self)
      for column in 0..<side {
        let point = texture(Float(column) * millimetres, Float(row) * millimetres)
        line[column] = surface.word(accent: point.accent, brightness: point.brightness)
      }
    }
    cairo_surface_mark_dirty(image)
    place(x: 0, y: 0, degrees: surface.degrees, scale: 0.28) { repeatedly(image) }
  }

  private func repeatedly(_ image: OpaquePointer?) {
    let pattern = cairo_pattern_create_for_surface(image)
    defer { cairo_pattern_destroy(pattern) }
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REFLECT)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
    cairo_set_source(context, pattern)
    cairo_paint(context)
  }
}

extension DeskSurface {
  /// A pixel as cairo keeps it.
  fileprivate func word(accent: Float, brightness: Float) -> UInt32 {
    func part(_ from: Double, _ to: Double) -> UInt32 {
      let mixed = (Float(from) + Float(to - from) * accent) * brightness * 255
      return UInt32(min(255, max(0, mixed)))
    }
    return part(base.red, self.accent.red) << 16 | part(base.green, self.accent.green) << 8
      | part(base.blue, self.accent.blue)
  }
}
