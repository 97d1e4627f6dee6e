import Cases

/// The label and value cells of a form, ruled as a table or as lines to write on.
struct FormTable {
  var application: Application
  var look: FormLook
  var width: Double

  /// Draws all rows from (x, y) down and gives where they end.
  func draw(
    _ definition: FormDefinition, x: Double, y: Double, on sheet: Sheet
  ) throws -> Double {
    var rows = definition.rows
    if look.dateInTable { rows.append([.init(field: "apply_date", label: "申请日期")]) }
    var top = y
    for row in rows {
      top = try draw(row, x: x, y: top, on: sheet)
    }
    let box = Box(left: x, top: top, right: x + width, bottom: top + 24)
    if !look.underlined { rule(box, labelWidth: labelWidth, on: sheet.canvas) }
    try label(
      definition.office,
      in: Box(left: x, top: top, right: x + labelWidth, bottom: box.bottom), on: sheet.canvas)
    return box.bottom
  }

  /// No label may need more than its cell.
  private var labelWidth: Double { max(look.labelWidth, look.size * 10.8) }

  private func draw(
    _ row: [FormDefinition.Cell], x: Double, y: Double, on sheet: Sheet
  ) throws -> Double {
    let value = TextStyle(look.valueFace, look.size, leading: 1.35)
    let share = row.count == 2 ? [0.58, 0.42] : [1]
    var left = x
    var cells: [(cell: FormDefinition.Cell, box: Box, label: Double, lines: [String])] = []
    var height = look.rowHeight
    for (place, cell) in row.enumerated() {
      let right = left + width * share[place]
      let label = place == 0 ? labelWidth : look.size * 4 + 6
      let text = application.entry(cell.field)?.text ?? ""
      let lines = try sheet.canvas.wrap(text, width: right - left - label - 4, value)
      height = max(height, Double(lines.count) * value.size * value.leading + 5)
      cells.append((cell, Box(left: left, top: y, right: right, bottom: y), label, lines))
      left = right
    }
    for (cell, box, labelWidth, lines) in cells {
      let full = Box(left: box.left, top: y, right: box.right, bottom: y + height)
      rule(full, labelWidth: labelWidth, on: sheet.canvas)
      try label(
        cell.label,
        in: Box(left: full.left, top: y, right: full.left + labelWidth, bottom: full.bottom),
        on: sheet.canvas)
      try fill(cell.field, lines, in: full, after: labelWidth, value, on: sheet)
    }
    return y + height
  }

  private func rule(_ box: Box, labelWidth: Double, on canvas: Canvas) {
    let edge = box.left + labelWidth
    if look.underlined {
      canvas.line(
        [Point(edge, box.bottom - 1.6), Point(box.right - 3, box.bottom - 1.6)], width: look.rule,
        .black)
      return
    }
    if look.shadedLabels {
      canvas.fill(Box(left: box.left, top: box.top, right: edge, bottom: box.bottom), .grey(0.93))
    }
    canvas.outline(box, width: look.rule, .black)
    canvas.line([Point(edge, box.top), Point(edge, box.bottom)], width: look.rule, .black)
  }

  private func label(_ text: String, in box: Box, on canvas: Canvas) throws {
    let style = TextStyle(look.labelFace, look.size)
    let y = box.middle.y - look.size / 2
    if look.underlined {
      try canvas.text(text + "：", x: box.right, y: y, style, .right)
    } else {
      try canvas.text(text, x: box.middle.x, y: y, style, .centre)
    }
  }

  private func fill(
    _ field: String, _ lines: [String], in box: Box, after labelWidth: Double, _ style: TextStyle,
    on sheet: Sheet
  ) throws {
    guard let entry = application.entry(field) else { return }
    let start = box.left + labelWidth
    let block = Double(lines.count) * style.size * style.leading
    let y = box.middle.y - block / 2 + style.size * (style.leading - 1) / 2
    let boxes: [Polygon]
    if look.centredValues, lines.count == 1 {
      let middle = (start + box.right) / 2
      boxes = [try sheet.canvas.text(lines[0], x: middle, y: y, style, .centre)]
    } else {
      boxes = try sheet.canvas.lines(lines, x: start + 2, y: y, style)
    }
    sheet.note(field, entry.text, value: entry.value, at: boxes)
  }
}
