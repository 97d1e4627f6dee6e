import Cases

/// The table of facts: a label and a value in each row, ruled, rows broken over pages where they are long.
struct FactTable {
  static let labelWidth = mm(42)
  static let padding = 4.5
  static let line = 0.6

  var rows: [(label: TextLayout, value: TextLayout)]

  static var valueWidth: Double { PageFlow.width - labelWidth - 2 * padding }

  func set(on flow: inout PageFlow) {
    guard !rows.isEmpty else { return }
    flow.add(.open("Table"))
    for row in rows {
      var next = 0
      repeat {
        next = setPart(of: row, from: next, on: &flow)
      } while next < row.value.lines.count
    }
    flow.add(.close("Table"))
  }

  /// Sets the lines of a row that fit and says which line comes next.
  private func setPart(
    of row: (label: TextLayout, value: TextLayout), from first: Int, on flow: inout PageFlow
  ) -> Int {
    let padding = 2 * Self.padding
    let part = flow.fittingLines(of: row.value, from: first, padding: padding)
    let label = first == 0 ? 0..<row.label.lines.count : 0..<0
    let height =
      max(PageFlow.height(of: row.value, part), PageFlow.height(of: row.label, label)) + padding
    if part.isEmpty || (height > flow.room && flow.y > PageFlow.top) {
      flow.add(.close("Table"))
      flow.newPage()
      flow.add(.open("Table"))
      return first
    }
    flow.add(.open("TR"))
    setCell(row.label, label, "TH", x: PageFlow.left, width: Self.labelWidth, height, on: &flow)
    setCell(
      row.value, part, "TD", x: PageFlow.left + Self.labelWidth,
      width: PageFlow.width - Self.labelWidth, height, on: &flow)
    flow.add(.close("TR"))
    flow.skip(height)
    return part.upperBound
  }

  private func setCell(
    _ text: TextLayout, _ lines: Range<Int>, _ tag: String, x: Double, width: Double,
    _ height: Double, on flow: inout PageFlow
  ) {
    rule(Box(left: x, top: flow.y, right: x + width, bottom: flow.y + height), on: &flow)
    let slack = height - PageFlow.height(of: text, lines)
    flow.add(.open(tag))
    flow.add(.lines(text, lines, x: x + Self.padding, y: flow.y + slack / 2))
    flow.add(.close(tag))
  }

  private func rule(_ cell: Box, on flow: inout PageFlow) {
    let half = Self.line / 2
    for x in [cell.left, cell.right] {
      flow.add(
        .bar(
          Box(left: x - half, top: cell.top - half, right: x + half, bottom: cell.bottom + half),
          red: false))
    }
    for y in [cell.top, cell.bottom] {
      flow.add(
        .bar(Box(left: cell.left, top: y - half, right: cell.right, bottom: y + half), red: false))
    }
  }
}
