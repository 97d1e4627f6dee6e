package import Cases

/// Reads one line again, knowing what is printed there.
package protocol LineReader {
  /// What stands in a box of the document's own coordinates; nil where nothing can be made out.
  func read(_ box: Box, hint: LineHint) throws -> TextLine?
}
