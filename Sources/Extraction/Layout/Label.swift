import Cases

/// A printed label that was found on the page.
struct Label {
  /// The field that it names; nil for a label that only ends another field's value.
  var field: String?
  let box: Box
  /// Which glyphs it is made of: line to glyph indices.
  let glyphs: [GlyphPlace]
  /// Characters that were read differently.
  let cost: Int
  /// Whether it is print that belongs to a label and says nothing of where values begin or end.
  var isCaption = false
  /// Whether it is in Latin letters.
  var isLatin = false
}

/// One glyph of a page: the line it is on and its place there.
struct GlyphPlace: Hashable {
  let line: Int
  let glyph: Int
}
