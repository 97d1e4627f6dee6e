import Cases

/// The pages of a result while they fill from top to bottom.
struct PageFlow: Sendable {
  /// A4, in points.
  static let pageWidth = 595.276
  static let pageHeight = 841.89

  /// The type area of GB/T 9704-2012, 5.2.1: 156 × 225 mm, 28 mm from the binding edge, 37 mm from the head.
  static let left = mm(28)
  static let width = mm(156)
  static let right = left + width
  static let top = mm(37)
  static let bottom = top + mm(225)

  private(set) var pages: [[Mark]] = [[]]
  /// Where the next thing goes on the last page.
  private(set) var y = PageFlow.top
  private var elements = 0
  /// Where content begins on the last page: below a table head that was repeated there.
  private var contentTop = PageFlow.top

  var room: Double { Self.bottom - y }
  var isAtTop: Bool { y <= contentTop }

  mutating func add(_ mark: Mark) { pages[pages.count - 1].append(mark) }
  mutating func skip(_ height: Double) { y += height }

  mutating func newPage() {
    pages.append([])
    y = Self.top
    contentTop = Self.top
  }

  /// What was set on this page so far is repeated on every page and may stand alone at none.
  mutating func beginContentHere() { contentTop = y }

  mutating func newElement(
    _ role: StructureElement.Role, alternative: String? = nil,
    scope: StructureElement.Scope? = nil
  ) -> StructureElement {
    elements += 1
    return StructureElement(number: elements, role: role, alternative: alternative, scope: scope)
  }

  /// Marks at a place of their own, which take no room.
  mutating func add(
    _ text: TextLayout, as role: StructureElement.Role, x: Double, y: Double
  ) {
    add(.open(newElement(role)))
    add(.lines(text, 0..<text.lines.count, x: x, y: y))
    add(.close)
  }

  /// Sets a block of text, on as many pages as it needs; no first or last line stands alone. A new page begins before the
  /// line `newPageBefore` at the latest.
  mutating func set(
    _ text: TextLayout, as role: StructureElement.Role, newPageBefore last: Int? = nil
  ) {
    let element = newElement(role)
    var next = 0
    while next < text.lines.count {
      if next == last, !isAtTop { newPage() }
      var fitting = fittingLines(of: text, from: next)
      if let last, next < last { fitting = fitting.clamped(to: next..<last) }
      if fitting.isEmpty {
        newPage()
        continue
      }
      add(.open(element))
      add(.lines(text, fitting, x: Self.left, y: y))
      add(.close)
      y += Double(fitting.count) * text.style.pitch
      next = fitting.upperBound
    }
  }

  /// The lines from `first` that fit into the room left; empty where a new page is better.
  func fittingLines(of text: TextLayout, from first: Int, padding: Double = 0) -> Range<Int> {
    let left = text.lines.count - first
    // A hair more than the room, for what rounding adds up to.
    let fitting = max(0, Int((room - padding + 0.01) / text.style.pitch))
    if fitting >= left { return first..<text.lines.count }
    var count = fitting
    if left - count == 1, count > 2 { count -= 1 }
    if count < 2, !isAtTop { return first..<first }
    // A page that holds no line at all would never end: one line is set even if it is too high.
    return first..<first + max(1, count)
  }
}
