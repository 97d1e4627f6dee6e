/// How a run of text is set. Lengths are millimetres on the document.
struct TextStyle {
  var face: Typeface
  /// The em.
  var size: Double
  var bold = false
  var ink = Ink.black
  /// Added after each character.
  var spacing = 0.0
  /// From one line to the next, in ems.
  var leading = 1.45

  init(
    _ face: Typeface, _ size: Double, bold: Bool = false, ink: Ink = .black, spacing: Double = 0,
    leading: Double = 1.45
  ) {
    self.face = face
    self.size = size
    self.bold = bold
    self.ink = ink
    self.spacing = spacing
    self.leading = leading
  }

  func with(ink: Ink) -> TextStyle {
    var copy = self
    copy.ink = ink
    return copy
  }

  func with(size: Double) -> TextStyle {
    var copy = self
    copy.size = size
    return copy
  }
}
