/// Normal forms that several stages compare by. What was read is never replaced by one of these.
extension String {
  /// Full-width ASCII (U+FF01 to U+FF5E) as ASCII, the ideographic space as a space.
  package var inHalfWidth: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          switch scalar.value {
          case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
          case 0x3000: " "
          default: scalar
          }
        }))
  }

  /// Without white space and without the invisible characters that copying brings along.
  package var withoutLayoutSpaces: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter {
          !$0.properties.isWhitespace && !["\u{200B}", "\u{2060}", "\u{FEFF}"].contains($0)
        }))
  }
}
