import Cases

/// Millimetres in points.
func mm(_ length: Double) -> Double { length * 72 / 25.4 }

/// Something that is drawn at a fixed place of a page; points from its top left.
enum Mark {
  case lines(TextLayout, Range<Int>, x: Double, y: Double)
  case bar(Box, red: Bool)
  case symbol(QRSymbol, x: Double, y: Double, module: Double)
  /// Structure element around the marks that follow (ISO 32000-1, 14.8).
  case open(String)
  case close(String)
}

/// The pages of a result while they fill from top to bottom.
struct PageFlow {
  /// The margins of GB/T 9704, wider at head and foot of the text area so that a result fits one page.
  static let left = mm(28)
  static let right = PDFSurface.pageWidth - mm(26)
  static let top = mm(20)
  static let bottom = PDFSurface.pageHeight - mm(18)
  static let width = right - left

  private(set) var pages: [[Mark]] = [[]]
  /// Where the next thing goes on the last page.
  private(set) var y = PageFlow.top

  var room: Double { Self.bottom - y }

  mutating func add(_ mark: Mark) { pages[pages.count - 1].append(mark) }
  mutating func skip(_ height: Double) { y += height }

  mutating func newPage() {
    pages.append([])
    y = Self.top
  }

  /// Sets a block of text, on as many pages as it needs; no first or last line stands alone.
  mutating func set(_ text: TextLayout, as tag: String, x: Double = PageFlow.left) {
    var next = 0
    while next < text.lines.count {
      let fitting = fittingLines(of: text, from: next)
      if fitting.isEmpty {
        newPage()
        continue
      }
      add(.open(tag))
      add(.lines(text, fitting, x: x, y: y))
      add(.close(tag))
      y += Self.height(of: text, fitting)
      next = fitting.upperBound
    }
    y += text.style.gap
  }

  /// The lines from `first` that fit into the room left; empty where a new page is better.
  func fittingLines(of text: TextLayout, from first: Int, padding: Double = 0) -> Range<Int> {
    let lines = text.lines
    let room = room - padding
    var end = first
    while end < lines.count, lines[end].bottom - lines[first].top <= room { end += 1 }
    if end == lines.count { return first..<end }
    let atPageTop = y == Self.top
    if lines.count - end == 1, end - first > 2 { end -= 1 }
    if end - first < 2, !atPageTop { return first..<first }
    // A page that holds no line at all would never end: one line is set even if it is too high.
    return first..<max(end, first + 1)
  }

  static func height(of text: TextLayout, _ range: Range<Int>) -> Double {
    guard let first = text.lines[range].first, let last = text.lines[range].last else { return 0 }
    return last.bottom - first.top
  }
}
