import CHarfBuzz
import Cases

/// The file of a pinned font, mapped into memory: which characters it has, how wide its glyphs are, and parts of it.
///
/// Sendable although it holds pointers: both are made immutable, and HarfBuzz lets any number of threads use an immutable
/// face or font.
package final class FontFile: @unchecked Sendable {
  package let pinned: PinnedFont
  /// Where fontconfig found it; may be a link.
  package let path: String
  /// Units of an em.
  package let unitsPerEm: Double
  let face: OpaquePointer
  private let font: OpaquePointer

  init(_ loaded: LoadedFont) throws(Problem) {
    guard let blob = hb_blob_create_from_file_or_fail(loaded.path) else {
      throw .missingFont(loaded.pinned.family)
    }
    let face = hb_face_create(blob, UInt32(loaded.index))
    hb_blob_destroy(blob)
    guard let face, hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
      hb_face_destroy(face)
      throw .missingFont(loaded.pinned.family)
    }
    hb_face_make_immutable(face)
    hb_font_make_immutable(font)
    pinned = loaded.pinned
    path = loaded.path
    unitsPerEm = Double(hb_face_get_upem(face))
    self.face = face
    self.font = font
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The glyph that the font has for a character by itself; nil where it has none.
  package func glyph(of scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// Advance width in thousandths of an em, as PDF counts (ISO 32000-1, 9.2.4).
  package func width(of glyph: UInt32) -> Double {
    Double(hb_font_get_glyph_h_advance(font, glyph)) * 1000 / unitsPerEm
  }

  /// The bytes of one table, for instance `head`.
  func table(_ name: StaticString) -> [UInt8] {
    Self.table(name, of: face)
  }

  static func table(_ name: StaticString, of face: OpaquePointer) -> [UInt8] {
    let tag = name.withUTF8Buffer { $0.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
    return bytes(taking: hb_face_reference_table(face, tag))
  }

  /// Copies a blob and gives it up.
  static func bytes(taking blob: OpaquePointer?) -> [UInt8] {
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }
}
