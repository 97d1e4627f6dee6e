/// One printed character: what it is, where it is, how sure the reader was.
package struct Glyph: Sendable, Equatable, Codable {
  package var text: String
  package var box: Box
  /// 0 to 1; 1 for a text layer.
  package var confidence: Double
  /// Other characters that were really seen in this place, best first.
  package var alternatives: [Alternative]

  package init(text: String, box: Box, confidence: Double, alternatives: [Alternative] = []) {
    self.text = text
    self.box = box
    self.confidence = confidence
    self.alternatives = alternatives
  }
}

/// One line of text from left to right, in the coordinates of the picture or page it was read on.
package struct TextLine: Sendable, Equatable, Codable {
  package var glyphs: [Glyph]

  package init(glyphs: [Glyph]) { self.glyphs = glyphs }

  package var text: String { glyphs.map(\.text).joined() }
  /// The smallest confidence is the honest one: one wrong character makes the line wrong.
  package var confidence: Double { glyphs.map(\.confidence).min() ?? 0 }
  package var box: Box {
    guard let first = glyphs.first else { return Box(left: 0, top: 0, right: 0, bottom: 0) }
    return glyphs.dropFirst().reduce(first.box) { $0.union($1.box) }
  }
}

/// What a reader is told about a line before it looks.
package struct LineHint: Sendable, Equatable, Codable {
  /// What is printed there, and so which model reads it: Debian's Chinese one (`han`, `digits`), Debian's English one
  /// (`code`, `latin`), or one of our own.
  package enum Script: String, Sendable, Codable {
    case han, digits, code, latin
    case idNumber = "id_number"
    case registrationCode = "registration_code"
    case mrz
  }

  package var script: Script
  /// The only characters that may come out; empty for any.
  package var alphabet: String

  package init(script: Script, alphabet: String = "") {
    self.script = script
    self.alphabet = alphabet
  }
}
