import Cases
import Typefaces

/// Sets text in the pinned fonts and in no others.
struct Typesetter {
  private let fonts: [LoadedFont]
  private let context: OpaquePointer

  /// - Throws: `missing_font` where a pinned font is not what fontconfig gives.
  init(on surface: PDFSurface) throws(Problem) {
    context = surface.context
    let pango = try PangoContext()
    fonts = [try LoadedFont(.serif, in: pango)]
  }

  /// - Throws: `missing_glyph` for a character that the font does not have.
  func set(_ text: String, _ style: TextStyle, width: Double) throws(Problem) -> TextLayout {
    guard let font = fonts.first(where: { $0.pinned == style.font }) else {
      throw .missingFont(style.font.family)
    }
    try font.requireGlyphs(for: text)
    return try TextLayout(text, style, width: width, on: context)
  }
}
