import CPango
import Cases
import Typefaces

/// Text broken into lines of a given width. Lines are as far apart as the style says, whatever fonts are in them.
struct TextLayout: Sendable {
  let style: LineStyle
  let lines: [GlyphLine]

  /// What is left of a style when lines have been made.
  struct LineStyle: Sendable {
    var size: Double
    var pitch: Double
    var red: Bool
  }

  init(
    _ text: String, _ style: TextStyle, _ runs: [FontChain.Run], width: Double,
    in context: PangoContext
  ) throws(Problem) {
    guard let layout = pango_layout_new(context.pointer) else { throw .drawingFailed("pango") }
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    Self.apply(style, runs, width: width, to: layout)
    pango_layout_set_text(layout, text, -1)
    guard pango_layout_get_unknown_glyphs_count(layout) == 0 else {
      throw .drawingFailed("unknown glyph")
    }
    self.style = LineStyle(size: style.size, pitch: style.pitch, red: style.red)
    lines = try Self.lines(
      of: layout, LineReader(text: Array(text.utf8), fonts: Set(runs.map(\.font))))
  }

  var height: Double { Double(lines.count) * style.pitch }
  var widest: Double { lines.map(\.width).max() ?? 0 }

  /// From the top of a line to its base line: the square of a Chinese character, 0.88 above and 0.12 below the base line,
  /// stands in the middle.
  var ascent: Double { style.pitch / 2 + style.size * 0.38 }

  private static func apply(
    _ style: TextStyle, _ runs: [FontChain.Run], width: Double, to layout: OpaquePointer
  ) {
    let attributes = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    for run in runs {
      let description = run.font.description(points: style.size)
      if let attribute = pango_attr_font_desc_new(description) {
        attribute.pointee.start_index = UInt32(clamping: run.bytes.lowerBound)
        attribute.pointee.end_index = UInt32(clamping: run.bytes.upperBound)
        pango_attr_list_insert(attributes, attribute)
      }
      pango_font_description_free(description)
    }
    pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    // A ligature is one glyph for several characters: fewer find what they search for.
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga 0, clig 0"))
    if style.letterSpacing != 0 {
      let spacing = Int32(style.letterSpacing * Double(PANGO_SCALE))
      pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing))
    }
    pango_layout_set_attributes(layout, attributes)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_alignment(
      layout, style.alignment == .left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER)
    pango_layout_set_indent(layout, Int32(style.indent * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
  }

  private static func lines(
    of layout: OpaquePointer, _ reader: LineReader
  ) throws(Problem) -> [GlyphLine] {
    guard let cursor = pango_layout_get_iter(layout) else { return [] }
    defer { pango_layout_iter_free(cursor) }
    let scale = Double(PANGO_SCALE)
    var lines: [GlyphLine] = []
    repeat {
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(cursor, nil, &logical)
      guard let line = pango_layout_iter_get_line_readonly(cursor) else { continue }
      lines.append(
        GlyphLine(
          runs: try reader.runs(of: line), x: Double(logical.x) / scale,
          width: Double(logical.width) / scale))
    } while pango_layout_iter_next_line(cursor) != 0
    return lines
  }
}
