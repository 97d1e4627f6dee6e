/// What the stage after reading found on a page, as far as it divides a stack.
package enum PageMark: Sendable, Equatable {
  case print
  /// Nothing is printed on it.
  case blank
  /// The text of a QR code on it.
  case code(String)
}
