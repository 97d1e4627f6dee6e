import Cases

/// Boxes come from labels and layouts, which may lie outside of the picture or, put together, inside out: their pixels are
/// then none.
extension Box {
  /// The columns of a picture of that width that lie in the box.
  func columns(within width: Int) -> Range<Int> { Self.pixels(from: left, to: right, of: width) }

  /// The rows of a picture of that height that lie in the box.
  func rows(within height: Int) -> Range<Int> { Self.pixels(from: top, to: bottom, of: height) }

  private static func pixels(from first: Double, to last: Double, of count: Int) -> Range<Int> {
    guard first.isFinite, last.isFinite else { return 0..<0 }
    let start = Int(min(max(0, first), Double(count)))
    return start..<max(start, Int(min(max(0, last), Double(count))))
  }
}
