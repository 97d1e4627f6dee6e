import CCairo
import CPango
import Cases
import Typefaces

/// How a piece of text is set. Sizes in points.
struct TextStyle {
  var font = PinnedFont.serif
  /// Drawn with a thin outline around each stroke, as bold Song type is in office documents. A second font file would
  /// make each result 45 KB larger.
  var bold = false
  var size = 14.0
  var alignment = PANGO_ALIGN_LEFT
  /// Of the first line.
  var indent = 0.0
  /// Line height as a multiple of the font's own.
  var leading = 1.12
  var red = false
  /// Between characters, in points.
  var letterSpacing = 0.0

  /// What pango leaves out below the last line: the same distance as between two lines.
  var gap: Double { size * 1.44 * (leading - 1) }
}

/// Text broken into lines of a given width.
final class TextLayout {
  /// One line; distances in points from the top left of the layout.
  struct Line {
    var x: Double
    var width: Double
    var top: Double
    var bottom: Double
    var baseline: Double
  }

  let style: TextStyle
  let lines: [Line]
  private let layout: OpaquePointer

  init(_ text: String, _ style: TextStyle, width: Double, on context: OpaquePointer) throws(Problem)
  {
    guard let layout = pango_cairo_create_layout(context) else { throw .drawingFailed("pango") }
    pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72)
    pango_context_set_language(
      pango_layout_get_context(layout), pango_language_from_string("zh-cn"))
    pango_layout_context_changed(layout)
    Self.apply(style, width: width, to: layout)
    pango_layout_set_text(layout, text, -1)
    self.style = style
    self.lines = Self.measure(layout)
    self.layout = layout
    guard pango_layout_get_unknown_glyphs_count(layout) == 0 else {
      throw .missingFont(style.font.family)
    }
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  var height: Double { lines.last.map { $0.bottom } ?? 0 }
  var widest: Double { lines.map(\.width).max() ?? 0 }

  /// Draws some of the lines, the top of the first one at `y`.
  func draw(_ range: Range<Int>, x: Double, y: Double, on context: OpaquePointer) {
    guard let first = lines[range].first else { return }
    for index in range {
      let line = lines[index]
      cairo_move_to(context, x + line.x, y + line.baseline - first.top)
      let glyphs = pango_layout_get_line_readonly(layout, Int32(index))
      pango_cairo_show_layout_line(context, glyphs)
      guard style.bold else { continue }
      cairo_move_to(context, x + line.x, y + line.baseline - first.top)
      pango_cairo_layout_line_path(context, glyphs)
      cairo_set_line_width(context, style.size * 0.03)
      cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
      cairo_stroke(context)
    }
  }

  private static func apply(
    _ style: TextStyle, width: Double, to layout: OpaquePointer
  ) {
    let description = style.font.description(points: style.size)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    let attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    pango_attr_list_insert(
      attributes, pango_attr_letter_spacing_new(Int32(style.letterSpacing * Double(PANGO_SCALE))))
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_alignment(layout, style.alignment)
    pango_layout_set_indent(layout, Int32(style.indent * Double(PANGO_SCALE)))
    pango_layout_set_line_spacing(layout, Float(style.leading))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
  }

  private static func measure(_ layout: OpaquePointer) -> [Line] {
    guard let cursor = pango_layout_get_iter(layout) else { return [] }
    defer { pango_layout_iter_free(cursor) }
    let scale = Double(PANGO_SCALE)
    var lines: [Line] = []
    repeat {
      var logical = PangoRectangle()
      pango_layout_iter_get_line_extents(cursor, nil, &logical)
      var top: Int32 = 0
      var bottom: Int32 = 0
      pango_layout_iter_get_line_yrange(cursor, &top, &bottom)
      lines.append(
        Line(
          x: Double(logical.x) / scale, width: Double(logical.width) / scale,
          top: Double(top) / scale, bottom: Double(bottom) / scale,
          baseline: Double(pango_layout_iter_get_baseline(cursor)) / scale))
    } while pango_layout_iter_next_line(cursor) != 0
    return lines
  }
}
