import CCairo
import CPango
import Cases

extension Canvas {
  enum Alignment { case left, centre, right }

  /// The share of the em above the baseline; text is placed by the top of its em square.
  private static let ascent = 0.86

  /// Sets one line with the top of its em at `y`; gives the box of its ink on the device.
  @discardableResult
  func text(
    _ text: String, x: Double, y: Double, _ style: TextStyle, _ alignment: Alignment = .left
  ) throws -> Polygon {
    let layout = try TextLayout(text, style, on: self)
    let width = layout.width - style.spacing
    let left =
      switch alignment {
      case .left: x
      case .centre: x - width / 2
      case .right: x - width
      }
    let baseline = y + Self.ascent * style.size
    use(style.ink)
    layout.show(x: left, baseline: baseline, on: self)
    let ink = layout.ink
    let top = baseline - layout.rise
    return polygon(
      Box(
        left: left + ink.left, top: top + ink.top, right: left + ink.right, bottom: top + ink.bottom
      ))
  }

  /// Sets several lines below each other.
  @discardableResult
  func lines(_ lines: [String], x: Double, y: Double, _ style: TextStyle) throws -> [Polygon] {
    try lines.enumerated().map { place, line in
      try text(line, x: x, y: y + Double(place) * style.size * style.leading, style)
    }
  }

  /// Spreads the characters of a label evenly over `width`, as forms and licences do.
  func spread(_ text: String, x: Double, y: Double, width: Double, _ style: TextStyle) throws {
    var even = style
    let gaps = Double(max(1, text.count - 1))
    even.spacing = max(0, (width - (try measure(text, style))) / gaps)
    try self.text(text, x: x, y: y, even)
  }

  func measure(_ text: String, _ style: TextStyle) throws -> Double {
    try TextLayout(text, style, on: self).width
  }

  /// Breaks text into lines no wider than `width`, between any two characters as Chinese is set,
  /// but never before a closing mark.
  func wrap(_ text: String, width: Double, _ style: TextStyle) throws -> [String] {
    var lines: [String] = []
    var line = ""
    for character in text {
      let fits = try line.isEmpty || measure(line + String(character), style) <= width
      if fits {
        line.append(character)
      } else if Self.closing.contains(character), let last = line.popLast() {
        lines.append(line)
        line = String([last, character])
      } else {
        lines.append(line)
        line = String(character)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static let closing: Set<Character> = ["，", "。", "；", "：", "、", "）", ")", "！", "”"]
}
