import CPango
package import Cases

/// Owns a pango context, through which fonts are looked up and text is set, unhinted, at 72 dpi: what fits on paper does not
/// depend on a screen. Bound to the thread that makes it.
package final class PangoContext {
  package let pointer: OpaquePointer

  package init() throws(Problem) {
    let fonts = pango_cairo_font_map_get_default()
    guard let pointer = pango_font_map_create_context(fonts) else {
      throw .missingFont(PinnedFont.serif.family)
    }
    pango_cairo_context_set_resolution(pointer, 72)
    pango_context_set_language(pointer, pango_language_from_string("zh-cn"))
    pango_context_set_round_glyph_positions(pointer, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(pointer, options)
    cairo_font_options_destroy(options)
    self.pointer = pointer
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
}

/// What `kanhe doctor` asks.
package enum TypefaceCheck {
  /// Paths of the pinned fonts.
  /// - Throws: `missing_font`.
  package static func find() throws(Problem) -> [String] {
    let context = try PangoContext()
    var paths: [String] = []
    for font in PinnedFont.all { paths.append(try LoadedFont(font, in: context).path) }
    return paths
  }
}
