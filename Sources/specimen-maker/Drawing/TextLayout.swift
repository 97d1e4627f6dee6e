import CCairo
import CPango
import Cases

/// One line of text laid out by Pango for one canvas.
final class TextLayout {
  private let layout: OpaquePointer
  private static let unit = Double(PANGO_SCALE)

  init(_ text: String, _ style: TextStyle, on canvas: Canvas) throws(Problem) {
    guard let made = pango_cairo_create_layout(canvas.context) else {
      throw .cannotDraw("pango layout")
    }
    Self.loosenGrid(of: made)
    Self.apply(style, to: made)
    pango_layout_set_text(made, text, -1)
    guard pango_layout_get_unknown_glyphs_count(made) == 0 else {
      g_object_unref(UnsafeMutableRawPointer(made))
      throw .cannotDraw("\(style.face.rawValue) has not every character of 「\(text)」")
    }
    layout = made
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// The ink on the page, from the layout's origin.
  var ink: Box { extents().ink }
  var width: Double { extents().logical.width }

  /// Shows the line with its baseline at `baseline`.
  func show(x: Double, baseline: Double, on canvas: Canvas) {
    cairo_move_to(canvas.context, x, baseline - rise)
    pango_cairo_show_layout(canvas.context, layout)
  }

  /// From the layout's top to its baseline.
  var rise: Double { Double(pango_layout_get_baseline(layout)) / Self.unit }

  private func extents() -> (ink: Box, logical: Box) {
    var (ink, logical) = (PangoRectangle(), PangoRectangle())
    pango_layout_get_extents(layout, &ink, &logical)
    return (Self.box(ink), Self.box(logical))
  }

  private static func box(_ r: PangoRectangle) -> Box {
    Box(
      left: Double(r.x) / unit, top: Double(r.y) / unit,
      right: Double(r.x + r.width) / unit, bottom: Double(r.y + r.height) / unit)
  }

  /// Millimetres are coarse units: without this Pango would round every advance to a whole one.
  private static func loosenGrid(of layout: OpaquePointer) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    let context = pango_layout_get_context(layout)
    pango_cairo_context_set_font_options(context, options)
    pango_context_set_round_glyph_positions(context, 0)
    // Punctuation sits low left in simplified Chinese, in the middle in traditional.
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    pango_layout_context_changed(layout)
    cairo_font_options_destroy(options)
  }

  private static func apply(_ style: TextStyle, to layout: OpaquePointer) {
    let font = pango_font_description_new()
    pango_font_description_set_family(font, style.face.rawValue)
    pango_font_description_set_absolute_size(font, style.size * unit)
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, font)
    pango_font_description_free(font)
    let attributes = pango_attr_list_new()
    // A character that the face lacks must be reported, not borrowed from another face.
    pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    if style.spacing != 0 {
      pango_attr_list_insert(
        attributes, pango_attr_letter_spacing_new(Int32(style.spacing * unit)))
    }
    pango_layout_set_attributes(layout, attributes)
    pango_attr_list_unref(attributes)
  }
}
