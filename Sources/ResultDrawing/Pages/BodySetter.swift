import Cases

/// A part of the body that is set as a whole or broken over pages.
enum Piece: Sendable {
  case text(TextLayout, StructureElement.Role)
  case openTable
  case row(TableRow, TableFrame)
  case closeTable
  case gap(Double)
}

/// Sets the body so that nothing stands alone: no heading without what it heads, no signature without text.
struct BodySetter {
  var flow: PageFlow
  /// The flow before the last piece that shows anything, to set that piece again elsewhere.
  private var beforeLast: (flow: PageFlow, index: Int)?

  init(_ flow: PageFlow) { self.flow = flow }

  mutating func set(_ pieces: [Piece]) {
    for index in pieces.indices {
      if let needed = Self.roomNeeded(by: pieces[index...]), flow.room < needed, !flow.isAtTop {
        turnPage(before: pieces[index])
      }
      switch pieces[index] {
      case .text, .row: beforeLast = (flow, index)
      case .openTable, .closeTable, .gap: break
      }
      set(pieces[index])
    }
  }

  /// Makes room for what must be on one page with the end of the text.
  mutating func keepEnd(of pieces: [Piece], with height: Double) {
    guard flow.room < height else { return }
    guard let (before, index) = beforeLast, !before.isAtTop else { return flow.newPage() }
    flow = before
    if case .text(let text, let role) = pieces[index] {
      // At least two lines go along; three cannot be parted without leaving one alone.
      let kept = text.lines.count > 3 ? text.lines.count - 2 : 0
      flow.set(text, as: role, newPageBefore: kept)
    } else {
      turnPage(before: pieces[index])
      set(pieces[index])
    }
    for piece in pieces[(index + 1)...] { set(piece) }
    if flow.room < height { flow.newPage() }
  }

  private mutating func turnPage(before piece: Piece) {
    if case .row(_, let frame) = piece {
      TableSetter(frame: frame).turnPage(on: &flow)
    } else {
      flow.newPage()
    }
  }

  private mutating func set(_ piece: Piece) {
    switch piece {
    case .text(let text, let role): flow.set(text, as: role)
    case .openTable: flow.add(.open(flow.newElement(.table)))
    case .row(let row, let frame): TableSetter(frame: frame).set(row, on: &flow)
    case .closeTable: flow.add(.close)
    // A gap is between two things on one page.
    case .gap(let height): flow.skip(flow.isAtTop ? 0 : height)
    }
  }

  /// What a heading, or a table with its head, needs to begin here: itself and the beginning of what follows.
  private static func roomNeeded(by pieces: ArraySlice<Piece>) -> Double? {
    guard let first = pieces.first else { return nil }
    switch first {
    case .text(let text, .subheading): return text.height + beginning(of: pieces.dropFirst())
    case .openTable: return beginning(of: pieces)
    default: return nil
    }
  }

  private static func beginning(of pieces: ArraySlice<Piece>) -> Double {
    var height = 0.0
    for piece in pieces {
      switch piece {
      case .text(let text, _): return height + Double(min(2, text.lines.count)) * text.style.pitch
      case .row(let row, _):
        height += TableSetter.height(of: row)
        let isHead = row.cells.allSatisfy { $0.scope == .column }
        if !isHead { return min(height, PageFlow.bottom - PageFlow.top) }
      case .gap(let gap): height += gap
      case .openTable, .closeTable: continue
      }
    }
    return height
  }
}
