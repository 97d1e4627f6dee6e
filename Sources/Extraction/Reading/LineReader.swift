package import Cases

/// Reads one line again, knowing what is printed there. Boxes are in the document's own coordinates.
package protocol LineReader {
  /// What a reader of whole lines sees in a box; nil where nothing can be made out.
  func read(_ box: Box, hint: LineHint) throws -> TextLine?

  /// What a reader of single characters sees in a box, cut into characters by itself; nil where there is no line.
  func readCharacters(_ box: Box) throws -> CharacterReading?

  /// What the reader of single characters sees where another reader saw a line's characters; those that it cannot find
  /// are left out. Much faster than cutting the line anew, and finds no lost ones. Nil where there is no line.
  func readCharacters(of line: TextLine) throws -> CharacterReading?

  /// Whether the line reader's model of Chinese has that character: one that it lacks it prints as another.
  func knows(_ character: Character) -> Bool
}

/// A line as a reader of single characters read it.
package struct CharacterReading: Sendable, Equatable {
  /// Confidences and alternatives are that reader's alone.
  package var line: TextLine
  /// How much better the line is cut so than into any other number of characters, from 0.
  package var cutting: Double
  /// Softness of the edges in heights of the print: 0.02 is sharp, 0.06 hard to read.
  package var blur: Double

  /// Whether it shows no ink, however narrow, left or right of a box: a lost 1 is no wider than a speck. What begins with a Han
  /// character has lost none that is narrower than such are; pieces of labels are.
  func isBlank(beside box: Box, beginsWithHan: Bool = false) -> Bool {
    !line.glyphs.contains { glyph in
      let least = beginsWithHan && glyph.box.middle.x < box.left ? 0.45 : 0.08
      return (glyph.box.middle.x < box.left || glyph.box.middle.x > box.right)
        && glyph.box.width > least * box.height
    }
  }

  package init(line: TextLine, cutting: Double, blur: Double) {
    self.line = line
    self.cutting = cutting
    self.blur = blur
  }
}
