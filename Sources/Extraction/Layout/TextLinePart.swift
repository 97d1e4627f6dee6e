import Cases

extension TextLine {
  /// What stands between the left and the right edge of a box: a line that is read again is cut out with a margin, and
  /// the end of a label beside it is no part of the value. Nil where nothing does.
  func inside(_ box: Box) -> TextLine? {
    let kept = glyphs.filter { $0.box.right > box.left && $0.box.left < box.right }
    return kept.isEmpty ? nil : TextLine(glyphs: kept)
  }

  /// Without what stands before its first figure; nil where it has none.
  var fromFirstFigure: TextLine? {
    let rest = glyphs.drop { !$0.text.allSatisfy { $0.isASCII && $0.isNumber } }
    return rest.isEmpty ? nil : TextLine(glyphs: Array(rest))
  }

  /// What stands before the first space that is wider than a character.
  var firstWord: TextLine {
    let end = glyphs.indices.dropFirst().first { index in
      glyphs[index].box.left - glyphs[index - 1].box.right > glyphs[index].box.height
    }
    return TextLine(glyphs: Array(glyphs[..<(end ?? glyphs.count)]))
  }

  /// Its first character where that is a sex: it is the whole value, and what follows on the line is the next label, which was
  /// not made out, and its value.
  var onlySex: TextLine {
    guard let first = glyphs.first, "男女".contains(first.text) else { return self }
    return TextLine(glyphs: [first])
  }

  /// Without its own label, or the end of it, where the label was not told from the value: no value begins so. One
  /// character of a whole label may have been read wrongly.
  func without(labels: [String]) -> TextLine {
    let text = glyphs.map { $0.text.halfWidthCharacters.first ?? " " }
    let lengths = labels.map(\.halfWidthCharacters).map { label in
      label.indices.first { start in
        let end = Array(label[start...])
        guard end.count < text.count else { return false }
        let wrong = zip(end, text).count { $0 != $1 }
        return wrong == 0 || (wrong == 1 && start == 0 && end.count >= 2)
      }.map { label.count - $0 } ?? 0
    }
    guard let length = lengths.max(), length > 0 else { return self }
    return TextLine(glyphs: Array(glyphs.dropFirst(length)).withoutOuterMarks)
  }

  /// Without what no such value begins or ends with: the reader of characters makes something of every speck. All of it
  /// where the alphabet is empty; nil where nothing is left.
  func withoutEnds(unlike alphabet: String) -> TextLine? {
    guard !alphabet.isEmpty else { return self }
    let isOther: (Glyph) -> Bool = { !$0.text.halfWidthCharacters.allSatisfy(alphabet.contains) }
    let kept = glyphs.drop(while: isOther).reversed().drop(while: isOther).reversed()
    return kept.isEmpty ? nil : TextLine(glyphs: Array(kept))
  }
}
