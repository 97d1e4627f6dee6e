import Cases
import Typefaces

/// Makes the pieces of a body out of a template's blocks and the content.
struct BodyPieces {
  static let labelWidth = mm(42)
  static let gap = mm(2.5)

  let content: ResultContent
  let placeholders: Placeholders
  let scale: TypeScale
  let typesetter: Typesetter

  func pieces(of blocks: [ResultTemplate.Block]) throws(Problem) -> [Piece] {
    var pieces: [Piece] = []
    for block in blocks { pieces += try self.pieces(of: block) }
    return pieces
  }

  private func pieces(of block: ResultTemplate.Block) throws(Problem) -> [Piece] {
    switch block {
    case .paragraph(let text): [try self.text(text, scale.paragraph, .paragraph)]
    case .heading(let text): [try self.text(text, scale.heading, .subheading)]
    case .note(let text): [try self.text(text, scale.note, .paragraph)]
    case .facts(let facts): try self.facts(facts)
    case .items(let name): try items(name)
    case .list(let list): try self.list(list)
    }
  }

  private func text(
    _ text: String, _ style: TextStyle, _ role: StructureElement.Role
  ) throws(Problem) -> Piece {
    .text(
      try typesetter.set(placeholders.fill(text), style, width: PageFlow.width), role)
  }

  private func facts(_ facts: [ResultTemplate.Fact]) throws(Problem) -> [Piece] {
    let frame = TableFrame(columns: [Self.labelWidth, PageFlow.width - Self.labelWidth])
    var rows: [Piece] = []
    for fact in facts {
      let value: String
      do { value = try placeholders.fill(fact.value) } catch {
        if error.code == "missing_value", fact.optional == true { continue }
        throw error
      }
      let row = TableRow(cells: [
        try cell(fact.label, scale.cell, frame.columns[0], .headerCell, .row),
        try cell(value, scale.cell, frame.columns[1], .cell),
      ])
      rows.append(.row(row, frame))
    }
    return table(rows)
  }

  /// 1. 2. 3., or the one entry as it is.
  private func items(_ name: String) throws(Problem) -> [Piece] {
    let entries = try entries(name, cells: 1)
    var pieces: [Piece] = []
    for (index, entry) in entries.enumerated() {
      let number = entries.count > 1 ? "\(index + 1)．" : ""
      pieces.append(
        .text(
          try typesetter.set(number + entry[0], scale.paragraph, width: PageFlow.width),
          .paragraph))
    }
    return pieces
  }

  private func list(_ list: ResultTemplate.List) throws(Problem) -> [Piece] {
    var frame = TableFrame(columns: Self.widths(of: list.columns))
    var head = TableRow(cells: [])
    for (column, width) in zip(list.columns, frame.columns) {
      head.cells.append(try cell(column.label, scale.headCell, width, .headerCell, .column))
    }
    frame.head = head
    var rows: [Piece] = [.row(head, frame)]
    for entry in try entries(list.of, cells: list.columns.count) {
      var row = TableRow(cells: [])
      for (text, width) in zip(entry, frame.columns) {
        row.cells.append(try cell(text, scale.cell, width, .cell))
      }
      rows.append(.row(row, frame))
    }
    return table(rows)
  }

  private func table(_ rows: [Piece]) -> [Piece] {
    rows.isEmpty ? [] : [.gap(Self.gap), .openTable] + rows + [.closeTable, .gap(Self.gap)]
  }

  private func cell(
    _ text: String, _ style: TextStyle, _ width: Double, _ role: StructureElement.Role,
    _ scope: StructureElement.Scope? = nil
  ) throws(Problem) -> TableRow.Cell {
    TableRow.Cell(
      text: try typesetter.set(text, style, width: TableFrame.textWidth(ofColumn: width)),
      role: role, scope: scope)
  }

  /// - Throws: `missing_value` for a list that is empty; `bad_model` where entries do not fit the columns.
  private func entries(_ name: String, cells: Int) throws(Problem) -> [[String]] {
    guard let entries = content.lists[name], !entries.isEmpty else { throw .missingValue(name) }
    guard entries.allSatisfy({ $0.count == cells }) else {
      throw .badModel("template", "list '\(name)' has not \(cells) columns")
    }
    return entries
  }

  private static func widths(of columns: [ResultTemplate.List.Column]) -> [Double] {
    let told = columns.compactMap(\.width).reduce(0) { $0 + mm($1) }
    let open = columns.count { $0.width == nil }
    let share = (PageFlow.width - told) / Double(max(1, open))
    return columns.map { $0.width.map(mm) ?? max(mm(10), share) }
  }
}
