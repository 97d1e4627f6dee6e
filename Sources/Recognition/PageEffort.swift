/// What reading one page may cost.
///
/// Counted in columns of lines that are read, 22 pixels high: unlike time it is the same on every machine, so that a page
/// reads the same on all of them. A page that is read at once takes 10,000 to 120,000 columns.
package struct PageEffort: Sendable {
  /// About three seconds of a core of 2024: a page on which nothing is recognised, looked at in three outlines and four ways
  /// round each.
  private static let most = 600_000
  /// What looking for lines costs: so many pixels take as long as one column.
  private static let pixelsPerColumn = 80

  private var left: Int

  package init() { left = Self.most }

  init(columns: Int) { left = columns }

  /// Whether nothing more of the page may be looked at.
  package var isSpent: Bool { left <= 0 }

  /// For looking for lines in so many pixels.
  mutating func spend(pixels: Int) { spend(columns: pixels / Self.pixelsPerColumn + 1) }

  /// For reading lines that are so wide together.
  mutating func spend(columns: Int) { left -= max(0, min(columns, Self.most)) }
}
