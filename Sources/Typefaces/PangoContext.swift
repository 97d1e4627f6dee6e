import CPango
package import Cases

/// Owns a pango context, through which fonts are looked up. Bound to the thread that makes it.
package final class PangoContext {
  package let pointer: OpaquePointer

  package init() throws(Problem) {
    let fonts = pango_cairo_font_map_get_default()
    guard let pointer = pango_font_map_create_context(fonts) else {
      throw .missingFont(PinnedFont.serif.family)
    }
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
