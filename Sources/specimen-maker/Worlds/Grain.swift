import CCairo

/// Sensor noise: a tile of random alpha laid over the whole picture, once dark and once light.
enum Grain {
  private static let side = 389

  /// `strength` is the noise's mean deviation on white paper, in grey levels of 255.
  static func lay(on canvas: Canvas, strength: Double, _ random: inout Randomness) {
    cairo_save(canvas.context)
    defer { cairo_restore(canvas.context) }
    cairo_identity_matrix(canvas.context)
    for ink in [Ink.grey(0), Ink.grey(1)] {
      guard let tile = tile(strength, &random) else { return }
      let pattern = cairo_pattern_create_for_surface(tile)
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
      canvas.use(ink)
      cairo_mask(canvas.context, pattern)
      cairo_pattern_destroy(pattern)
      cairo_surface_destroy(tile)
    }
  }

  private static func tile(_ strength: Double, _ random: inout Randomness) -> OpaquePointer? {
    let tile = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(side), Int32(side))
    guard let bytes = cairo_image_surface_get_data(tile) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(tile))
    for row in 0..<side {
      for column in 0..<side {
        // Two uniform draws make a triangle, near enough to a bell.
        let swing = random.real(-1...1) + random.real(-1...1)
        bytes[row * stride + column] = UInt8(min(255, abs(swing) * strength * 1.5))
      }
    }
    cairo_surface_mark_dirty(tile)
    return tile
  }
}
