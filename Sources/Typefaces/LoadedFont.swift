import CPango
package import Cases
import Foundation

/// A pinned font, loaded and found to be the one that was asked for.
package final class LoadedFont {
  package let pinned: PinnedFont
  /// Path of the file that fontconfig chose.
  package let path: String
  private let font: UnsafeMutablePointer<PangoFont>

  /// - Throws: `missing_font` where fontconfig chose another family or file.
  package init(_ pinned: PinnedFont, in context: PangoContext) throws(Problem) {
    let description = pinned.description(points: 12)
    defer { pango_font_description_free(description) }
    guard let font = pango_context_load_font(context.pointer, description) else {
      throw .missingFont(pinned.family)
    }
    let path = kanhe_font_file(font).map { String(cString: $0) } ?? ""
    let file = URL(filePath: path).resolvingSymlinksInPath().lastPathComponent
    guard Self.family(of: font) == pinned.family, file == pinned.file else {
      g_object_unref(font)
      throw .missingFont("\(pinned.family) (\(pinned.file))")
    }
    self.pinned = pinned
    self.path = path
    self.font = font
  }

  deinit { g_object_unref(font) }

  /// The HarfBuzz font that Pango shapes with; borrowed. Nil where Pango could not open the file.
  var shaping: OpaquePointer? { pango_font_get_hb_font(font) }

  /// - Throws: `missing_glyph` for the first character that would be drawn as a box or in another face.
  package func requireGlyphs(for text: String) throws(Problem) {
    for scalar in text.unicodeScalars
    where scalar != "\n" && pango_font_has_char(font, scalar.value) == 0 {
      throw .missingGlyph(scalar, font: pinned.family)
    }
  }

  private static func family(of font: UnsafeMutablePointer<PangoFont>) -> String? {
    guard let description = pango_font_describe(font) else { return nil }
    defer { pango_font_description_free(description) }
    return pango_font_description_get_family(description).map { String(cString: $0) }
  }
}

extension Problem {
  /// Names the code point only: the character may be part of a person's name.
  package static func missingGlyph(_ scalar: Unicode.Scalar, font: String) -> Problem {
    let code = "U+" + String(scalar.value, radix: 16, uppercase: true)
    return Problem(
      "missing_glyph", exit: .needsPerson,
      zh: "字体 \(font) 缺少字符 \(code)。", en: "The font \(font) lacks the character \(code).",
      remedyZh: "请由人工出具该结果，或安装含有该字的字体。",
      remedyEn: "Let an officer issue this result, or install a font that has the character.")
  }
}
