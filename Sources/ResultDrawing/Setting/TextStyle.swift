import Typefaces

/// How a piece of text is set. Sizes in points.
struct TextStyle {
  enum Alignment { case left, centre }

  var bold = false
  var size = 16.0
  /// From line to line.
  var pitch = 28.0
  var alignment = Alignment.left
  /// Of the first line.
  var indent = 0.0
  var red = false
  /// Between characters, in points.
  var letterSpacing = 0.0
}

/// The typeface of a result, in two weights.
package enum Face: String, Sendable, Codable {
  case serif, sans

  func font(bold: Bool) -> PinnedFont {
    switch self {
    case .serif: bold ? .serifBold : .serif
    case .sans: bold ? .sansBold : .sans
    }
  }
}
