import Cases

extension TextLine {
  /// What stands between the left and the right edge of a box: a line that is read again is cut out with a margin, and
  /// the end of a label beside it is no part of the value. Nil where nothing does.
  func inside(_ box: Box) -> TextLine? {
    let kept = glyphs.filter { $0.box.right > box.left && $0.box.left < box.right }
    return kept.isEmpty ? nil : TextLine(glyphs: kept)
  }
}
