import Typefaces

/// A glyph at its place; lengths in points.
struct SetGlyph: Sendable, Equatable {
  var id: UInt32
  /// From the start of the line to where the glyph's own origin lies.
  var x: Double
  /// Above the line.
  var rise: Double
}

/// Glyphs that stand for some characters together; mostly one for one.
struct GlyphCluster: Sendable, Equatable {
  var glyphs: [SetGlyph]
  var text: String
}

/// Clusters of one font.
struct GlyphRun: Sendable, Equatable {
  var font: PinnedFont
  var clusters: [GlyphCluster]
}

/// One line of text, ready to be drawn.
struct GlyphLine: Sendable, Equatable {
  var runs: [GlyphRun]
  /// Left edge and width in points, from the left of the text.
  var x: Double
  var width: Double
}
