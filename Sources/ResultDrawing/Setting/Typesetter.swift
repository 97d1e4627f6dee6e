import Cases
import Typefaces

/// Sets text in the pinned fonts and in no others.
struct Typesetter {
  let face: Face
  private let context: PangoContext
  private let regular: FontChain
  private let bold: FontChain

  init(_ face: Face) throws(Problem) {
    self.face = face
    context = try PangoContext()
    regular = FontChain(face.font(bold: false))
    bold = FontChain(face.font(bold: true))
  }

  /// - Throws: `missing_font`; `missing_glyph` for a character that none of the fonts has.
  func set(_ text: String, _ style: TextStyle, width: Double) throws(Problem) -> TextLayout {
    let runs = try (style.bold ? bold : regular).runs(of: text)
    return try TextLayout(text, style, runs, width: width, in: context)
  }
}
