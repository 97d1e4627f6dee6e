import Cases

/// A ruled table: where its columns are, and the head that is repeated on every page.
struct TableFrame: Sendable {
  static let padding = 4.5
  static let line = 0.6

  /// Width of each column in points, from the left of the type area.
  var columns: [Double]
  var head: TableRow?

  static func textWidth(ofColumn width: Double) -> Double { width - 2 * padding }
}

/// One row of a table.
struct TableRow: Sendable {
  struct Cell: Sendable {
    var text: TextLayout
    var role: StructureElement.Role
    var scope: StructureElement.Scope?
  }

  var cells: [Cell]
}

/// Sets the rows of a table, long ones on several pages.
struct TableSetter {
  let frame: TableFrame

  func set(_ row: TableRow, on flow: inout PageFlow) {
    let element = flow.newElement(.row)
    let cells = row.cells.map { flow.newElement($0.role, scope: $0.scope) }
    var next = row.cells.map { _ in 0 }
    while zip(row.cells, next).contains(where: { $1 < $0.text.lines.count }) {
      let parts = zip(row.cells, next).map { cell, first in
        flow.fittingLines(of: cell.text, from: first, padding: 2 * TableFrame.padding)
      }
      let isBroken = zip(zip(row.cells, next), parts).contains {
        $1.isEmpty && $0.1 < $0.0.text.lines.count
      }
      if isBroken {
        turnPage(on: &flow)
        continue
      }
      setPart(parts, of: row, element, cells, on: &flow)
      next = parts.map(\.upperBound)
    }
  }

  /// A new page with the head again, which is not read aloud a second time.
  func turnPage(on flow: inout PageFlow) {
    flow.newPage()
    guard let head = frame.head else { return }
    let artifact = StructureElement(number: 0, role: .artifact)
    let parts = head.cells.map { 0..<$0.text.lines.count }
    setPart(parts, of: head, artifact, head.cells.map { _ in artifact }, on: &flow)
    flow.beginContentHere()
  }

  /// Height of the row where nothing breaks it.
  static func height(of row: TableRow) -> Double {
    (row.cells.map(\.text.height).max() ?? 0) + 2 * TableFrame.padding
  }

  private func setPart(
    _ parts: [Range<Int>], of row: TableRow, _ element: StructureElement,
    _ cells: [StructureElement], on flow: inout PageFlow
  ) {
    let heights = zip(row.cells, parts).map { Double($1.count) * $0.text.style.pitch }
    let height = (heights.max() ?? 0) + 2 * TableFrame.padding
    var x = PageFlow.left
    flow.add(.open(element))
    for index in row.cells.indices where index < frame.columns.count {
      let (width, text) = (frame.columns[index], row.cells[index].text)
      rule(Box(left: x, top: flow.y, right: x + width, bottom: flow.y + height), on: &flow)
      if !parts[index].isEmpty {
        flow.add(.open(cells[index]))
        flow.add(
          .lines(
            text, parts[index], x: x + TableFrame.padding,
            y: flow.y + (height - heights[index]) / 2))
        flow.add(.close)
      }
      x += width
    }
    flow.add(.close)
    flow.skip(height)
  }

  private func rule(_ cell: Box, on flow: inout PageFlow) {
    let half = TableFrame.line / 2
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
