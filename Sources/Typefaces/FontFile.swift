import CHarfBuzz
import Cases
import Synchronization

/// The file of a pinned font, mapped into memory: which characters it has, how wide its glyphs are, and parts of it.
///
/// Sendable although it holds pointers: all are made immutable, and HarfBuzz lets any number of threads use an immutable
/// face or font.
package final class FontFile: @unchecked Sendable {
  package let pinned: PinnedFont
  /// Where fontconfig found it; may be a link.
  package let path: String
  /// Units of an em.
  package let unitsPerEm: Double
  private let face: OpaquePointer
  private let font: OpaquePointer
  /// The same, scaled to what outlines are read in.
  private let grid: OpaquePointer
  private let drawn = Mutex<[UInt32: DrawnGlyph]>([:])

  init(_ loaded: LoadedFont) throws(Problem) {
    // The face that Pango has open: a second one would be the file mapped into memory once more.
    let face = loaded.shaping.flatMap { hb_face_reference(hb_font_get_face($0)) }
    guard let face, hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face),
      let grid = hb_font_create(face)
    else {
      hb_face_destroy(face)
      throw .missingFont(loaded.pinned.family)
    }
    hb_font_set_scale(
      grid, Int32(OutlineRing.unitsPerEm), Int32(OutlineRing.unitsPerEm))
    hb_face_make_immutable(face)
    hb_font_make_immutable(font)
    hb_font_make_immutable(grid)
    pinned = loaded.pinned
    path = loaded.path
    unitsPerEm = Double(hb_face_get_upem(face))
    self.face = face
    self.font = font
    self.grid = grid
  }

  deinit {
    hb_font_destroy(grid)
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The glyph that the font has for a character by itself; nil where it has none.
  package func glyph(of scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// Advance width in thousandths of an em, as PDF counts (ISO 32000-1, 9.2.4): the width that the part of the font that is
  /// embedded says, and so rounded to its grid.
  package func width(of glyph: UInt32) -> Int {
    gridWidth(of: glyph) * 1000 / GlyphOutline.unitsPerEm
  }

  private func gridWidth(of glyph: UInt32) -> Int {
    let width = Double(hb_font_get_glyph_h_advance(font, glyph)) / unitsPerEm
    return Int((width * Double(GlyphOutline.unitsPerEm)).rounded())
  }

  /// The glyph as it is embedded. The same ones are wanted again and again: they are kept, up to a megabyte or so.
  func drawn(_ glyph: UInt32) -> DrawnGlyph {
    if let kept = drawn.withLock({ $0[glyph] }) { return kept }
    let outline = outline(of: glyph)
    let fresh = DrawnGlyph(
      charString: CharString(outline, width: gridWidth(of: glyph)), box: outline.box)
    drawn.withLock { kept in
      if kept.count >= Self.mostKept { kept.removeAll() }
      kept[glyph] = fresh
    }
    return fresh
  }

  func outline(of glyph: UInt32) -> GlyphOutline { GlyphOutline(rings(of: glyph)) }

  /// The contours as the font has them.
  func rings(of glyph: UInt32) -> [OutlineRing] { OutlineRing.rings(of: glyph, in: grid) }

  private static let mostKept = 4_096

  /// The bytes of one table, for instance `head`.
  func table(_ name: StaticString) -> [UInt8] {
    let tag = name.withUTF8Buffer { $0.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
    let blob = hb_face_reference_table(face, tag)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let start = hb_blob_get_data(blob, &length) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
  }
}

/// A glyph ready to be put into a font program.
struct DrawnGlyph {
  let charString: CharString
  let box: (left: Int, bottom: Int, right: Int, top: Int)?
}
