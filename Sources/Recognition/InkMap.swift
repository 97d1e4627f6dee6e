import Cases

/// A page in black and white, on which lines are looked for.
struct InkMap {
  /// 0 where there is ink, 255 elsewhere. Layout analysis knows ruled lines and wants to see them.
  private(set) var image: GreyImage
  /// The same without ruled lines.
  private let print: GreyImage

  /// Pale print on copies is still darker than this once the paper is white (measured: 170 loses a third of it).
  private static let inkLevel: UInt8 = 205

  /// - Parameter page: Its background divided out.
  init(_ page: GreyImage) {
    image = page.withoutSpecks(ofSize: 3, darkerThan: Self.inkLevel, in: 0..<page.height)
      .binarized(at: Self.inkLevel)
    print = image.withoutRules(longerThan: 120, higherThan: 100, darkerThan: Self.inkLevel)
      .withoutCellSides(of: image, higherThan: 36)
  }

  /// Without the ink inside the boxes.
  func erasing(_ boxes: [Box]) -> InkMap {
    var map = self
    for box in boxes {
      let bounds = box.grown(x: 2, y: 2)
        .clipped(width: Double(image.width), height: Double(image.height))
      guard bounds.width >= 1, bounds.height >= 1 else { continue }
      for y in Int(bounds.top)..<Int(bounds.bottom) {
        for x in Int(bounds.left)..<Int(bounds.right) {
          map.image.pixels[y * image.width + x] = 255
        }
      }
    }
    return map
  }

  /// A line's box made longer at both ends as long as characters follow closely: layout analysis cuts some off.
  /// Large print grows no further than usual print would.
  func grown(_ line: Box, usualHeight: Double) -> Box {
    let reach = Int(1.2 * min(line.height, 1.5 * usualHeight))
    return Box(
      left: end(of: line, from: line.left, step: -1, reach: reach), top: line.top,
      right: end(of: line, from: line.right - 1, step: 1, reach: reach) + 1, bottom: line.bottom)
  }

  /// Print that layout analysis took for one line, parted again: at gaps much wider than a character, and where
  /// blank rows lie between bands of ink that are each as high as print usually is.
  func parted(_ box: Box, usualHeight: Double) -> [Box] {
    let rows = box.rows(within: image.height)
    let columns = box.columns(within: image.width)
    guard box.height > 1.6 * usualHeight, rows.count > 1, columns.count > 1 else { return [box] }
    let inkedColumns = columns.filter { x in rows.contains { isInk(x, $0) } }
    return parts(of: inkedColumns, in: rows, usualHeight: usualHeight).flatMap { part -> [Box] in
      let inkedRows = rows.filter { y in part.contains { isInk($0, y) } }
      let lines = bands(of: inkedRows, gap: 1).filter { Double($0.count) >= 0.6 * usualHeight }
      return lines.map { line in
        let inked = part.filter { x in line.contains { isInk(x, $0) } }
        return Box(
          left: Double(inked.first ?? part.lowerBound), top: Double(line.lowerBound),
          right: Double((inked.last ?? part.upperBound - 1) + 1), bottom: Double(line.upperBound))
      }
    }
  }

  /// Columns of ink parted at gaps much wider than a character, and at smaller ones where high print begins beside
  /// low print: a title beside a number.
  private func parts(of inkedColumns: [Int], in rows: Range<Int>, usualHeight: Double)
    -> [Range<Int>]
  {
    let words = bands(of: inkedColumns, gap: Int(1.2 * usualHeight)).map { columns in
      let inked = rows.filter { y in columns.contains { isInk($0, y) } }
      return (columns: columns, height: (inked.last ?? 0) - (inked.first ?? 0) + 1)
    }
    var parts: [(columns: Range<Int>, isHigh: Bool)] = []
    for word in words {
      let isHigh = word.height * 2 > rows.count
      if let last = parts.last, last.isHigh == isHigh,
        Double(word.columns.lowerBound - last.columns.upperBound) <= 2.5 * usualHeight
      {
        parts[parts.count - 1].columns = last.columns.lowerBound..<word.columns.upperBound
      } else {
        parts.append((word.columns, isHigh))
      }
    }
    return parts.map(\.columns)
  }

  func isInk(_ x: Int, _ y: Int) -> Bool { print.pixels[y * image.width + x] == 0 }

  /// Runs of rising numbers that no gap wider than `gap` parts.
  func bands(of numbers: [Int], gap: Int) -> [Range<Int>] {
    var bands: [Range<Int>] = []
    for number in numbers {
      if let last = bands.last, number - last.upperBound <= gap {
        bands[bands.count - 1] = last.lowerBound..<number + 1
      } else {
        bands.append(number..<number + 1)
      }
    }
    return bands
  }

  /// The last column with ink before a gap wider than `reach`, a rule or the edge of the page.
  private func end(of line: Box, from start: Double, step: Int, reach: Int) -> Double {
    var last = min(max(0, Int(start)), image.width - 1)
    var column = last + step
    while (0..<image.width).contains(column), abs(column - last) <= reach {
      switch content(of: column, beside: line) {
      case .none: break
      case .character: last = column
      case .rule: return Double(last)
      }
      column += step
    }
    return Double(last)
  }

  private enum Content { case none, character, rule }

  private func content(of column: Int, beside line: Box) -> Content {
    let top = max(0, Int(line.top))
    let bottom = min(image.height, Int(line.bottom))
    guard top < bottom else { return .none }
    if isRule(column, from: top, to: bottom) { return .rule }
    let margin = max(2, (bottom - top) / 4)
    let inked = (top..<bottom).count { isInk(column, $0) }
    guard inked > 0 else { return .none }
    // What goes on above and below the line is no character of it.
    let above = (max(0, top - margin)..<top).count { isInk(column, $0) }
    let below = (bottom..<min(image.height, bottom + margin)).count {
      isInk(column, $0)
    }
    return above + below > margin ? .rule : .character
  }

  /// Whether a vertical rule parts two boxes that stand side by side.
  func isRuleBetween(_ one: Box, _ next: Box) -> Bool {
    let columns = Int(one.right - 1)..<max(Int(one.right), Int(next.left) + 1)
    let top = max(0, Int(max(one.top, next.top)))
    let bottom = min(image.height, Int(min(one.bottom, next.bottom)))
    return top < bottom
      && columns.clamped(to: 0..<image.width)
        .contains { isRule($0, from: top, to: bottom) }
  }

  /// The parts of a box that vertical rules leave of it: the cells of one row of a table are not one line.
  func partedAtRules(_ box: Box) -> [Box] {
    let rows = box.rows(within: image.height)
    let (top, bottom) = (rows.lowerBound, rows.upperBound)
    let columns = box.columns(within: image.width)
    guard bottom - top >= 6, columns.count > 1 else { return [box] }
    let cells = bands(of: columns.filter { !isRule($0, from: top, to: bottom) }, gap: 0)
    guard cells.count > 1 else { return [box] }
    return cells.compactMap { cell in
      let inked = cell.filter { x in (top..<bottom).contains { isInk(x, $0) } }
      guard let first = inked.first, let last = inked.last, last - first > 3 else { return nil }
      return Box(left: Double(first), top: box.top, right: Double(last + 1), bottom: box.bottom)
    }
  }

  private func isRule(_ column: Int, from top: Int, to bottom: Int) -> Bool {
    let erased = (top..<bottom).count { y in
      let index = y * image.width + column
      return image.pixels[index] == 0 && print.pixels[index] != 0
    }
    return erased * 2 > bottom - top
  }
}
