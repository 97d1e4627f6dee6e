import Cases

/// Lines that layout analysis took for one because they are printed closely: a label, the same in small English under
/// it, and beside both a value that stands a little lower. Traffic licences and passports are printed so.
extension InkMap {
  /// The height that half of all print, by length, does not exceed, once stacked lines are told apart; layout analysis
  /// itself cannot tell where most of its lines are such stacks.
  func usualHeight(of boxes: [Box]) -> Double {
    boxes.flatMap { box in
      words(in: box, gap: 0.3 * box.height).flatMap { word in
        blankParted(word).filter { $0.width > $0.height }
      }
    }.usualHeight
  }

  /// The lines of a box that is higher than one: what stands side by side with a space between is looked at apart, and what
  /// is too high for one line is parted at blank rows.
  func unstacked(_ box: Box, usualHeight: Double) -> [Box] {
    guard box.height > Self.highest * usualHeight else { return [box] }
    var parts: [Box] = []
    for word in words(in: box, gap: 0.35 * usualHeight) {
      guard let last = parts.last else {
        parts.append(word)
        continue
      }
      let gap = word.left - last.right
      let areHigh = [word, last].allSatisfy { $0.height > Self.highest * usualHeight }
      // A title's characters are parted by more than small print's, and a flat one says nothing by itself.
      let isFlat = min(word.height, last.height) < 0.6 * usualHeight
      if areHigh && gap < 2.5 * usualHeight || isFlat && gap < 1.35 * usualHeight {
        parts[parts.count - 1] = last.union(word)
      } else {
        parts.append(word)
      }
    }
    return parts.flatMap { part -> [Box] in
      guard part.height > Self.highest * usualHeight else { return [part] }
      let lines = blankParted(part).filter { $0.height >= 0.45 * usualHeight }
      return lines.isEmpty ? [part] : lines
    }
  }

  /// A line with a bracket and a letter that hangs low is no higher than this, in heights of usual print.
  private static let highest = 1.45

  /// The inked parts of a box between blank columns wider than `gap`, each as high as its ink.
  private func words(in box: Box, gap: Double) -> [Box] {
    let rows = box.rows(within: image.height)
    let columns = box.columns(within: image.width)
    guard rows.count > 1, columns.count > 1 else { return [box] }
    let inked = columns.filter { x in rows.contains { isInk(x, $0) } }
    return bands(of: inked, gap: Int(gap)).compactMap { inkBox(in: $0, rows) }
  }

  /// The parts of a box between blank rows; the edge of a seal that crosses a row does not fill it.
  private func blankParted(_ box: Box) -> [Box] {
    let rows = box.rows(within: image.height)
    let columns = box.columns(within: image.width)
    let least = 1 + columns.count / 25
    let inked = rows.filter { y in columns.count { isInk($0, y) } >= least }
    return bands(of: inked, gap: 1).compactMap { inkBox(in: columns, $0) }
  }

  private func inkBox(in columns: Range<Int>, _ rows: Range<Int>) -> Box? {
    let inkedRows = rows.filter { y in columns.contains { isInk($0, y) } }
    let inkedColumns = columns.filter { x in rows.contains { isInk(x, $0) } }
    guard let top = inkedRows.first, let bottom = inkedRows.last, let left = inkedColumns.first,
      let right = inkedColumns.last
    else { return nil }
    return Box(
      left: Double(left), top: Double(top), right: Double(right + 1), bottom: Double(bottom + 1))
  }
}
