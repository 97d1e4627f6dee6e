/// The mark that every page carries, so that nobody takes a specimen for a document.
enum SpecimenMark {
  static let text = "样本 SPECIMEN"

  /// Faint and slanted, in a place where no field stands; (x, y) is its middle.
  static func faint(
    _ text: String = SpecimenMark.text, x: Double, y: Double, size: Double, degrees: Double = -14,
    _ ink: Ink, on canvas: Canvas
  ) throws {
    try canvas.place(x: x, y: y, degrees: degrees) {
      let style = TextStyle(.notoSans, size, bold: true, ink: ink)
      try canvas.text(text, x: 0, y: -size / 2, style, .centre)
    }
  }
}
