import Cases

/// What lies around a value that was found: room for characters and lines that layout analysis overlooked.
extension ValueFinder {
  /// A line of a value with the room beside it in which its first or last character may stand: layout analysis loses
  /// single ones. The room ends where other print or a label is.
  func reach(of line: Box) -> Box {
    let em = line.height
    let row = (pieces.map(\.box) + labels.map(\.box)).filter { other in
      abs(other.middle.y - line.middle.y) < 0.6 * max(em, other.height)
    }
    let before = row.filter { $0.right <= line.left + 0.3 * em }.map(\.right).max() ?? 0
    let after = row.filter { $0.left >= line.right - 0.3 * em }.map(\.left).min() ?? width
    var reach = line
    reach.left = min(line.left, max(line.left - 1.3 * em, before + 0.2 * em))
    reach.right = max(line.right, min(line.right + 1.6 * em, after - 0.2 * em))
    return reach
  }

  /// Whether print that is no label, of whatever it is, stands so near a line that it may be the value's own.
  func isPrintBeside(_ line: Box) -> Bool {
    let em = line.height
    return pieces.map(\.box).contains { other in
      abs(other.middle.y - line.middle.y) < 0.6 * max(em, other.height)
        && (other.right <= line.left + 0.3 * em && other.right > line.left - 1.3 * em
          || other.left >= line.right - 0.3 * em && other.left < line.right + 1.6 * em)
    }
  }

  /// A line with the room of a figure before it, whatever was found there: where a label and its value share a line, the one's
  /// end is easily taken for the other's beginning.
  func widely(around line: Box) -> Box {
    var room = reach(of: line)
    room.left = line.left - line.height
    return room
  }

  /// Where the next line of a value would stand; nil where it can have no more, or where other print is.
  func roomBelow(_ lines: [TextLine], of field: FieldDefinition) -> Box? {
    nextLine(after: lines, of: field).flatMap { isPrint(in: $0) ? nil : $0 }
  }

  /// Whether print that belongs to no label stands where the next line of a value would: it was not taken for one, and
  /// may be one.
  func isPrintBelow(_ lines: [TextLine], of field: FieldDefinition) -> Bool {
    guard let next = nextLine(after: lines, of: field) else { return false }
    return pieces.map(\.box).contains { piece in
      piece.reaches(into: next)
        && !labels.contains { abs($0.box.middle.y - piece.middle.y) < 0.7 * $0.box.height }
    }
  }

  /// Whether so much of a value's line is empty at its end: its layout or another line that begins where it begins goes on
  /// further.
  func hasRoom(for width: Double, behind line: Box, of field: FieldDefinition) -> Bool {
    if let region = region(of: field) { return line.right + width < region.right }
    return pieces.map(\.box).contains { other in
      abs(other.left - line.left) < line.height && other.right > line.right + width
    }
  }

  private func isPrint(in box: Box) -> Bool {
    (pieces.map(\.box) + labels.map(\.box)).contains { $0.reaches(into: box) }
  }

  private func nextLine(after lines: [TextLine], of field: FieldDefinition) -> Box? {
    guard lines.count < field.lines, let last = lines.last?.box else { return nil }
    let em = last.height
    let left = lines.map(\.box.left).min() ?? last.left
    let right = lines.map(\.box.right).max() ?? last.right
    // What is left of a value for one line more is short, or layout analysis would have seen it.
    var room = Box(
      left: left, top: last.bottom + 0.05 * em, right: min(right, left + 8 * em),
      bottom: last.bottom + 1.45 * em)
    let pitch = lines.count > 1 ? last.top - lines[lines.count - 2].box.top : 1.3 * em
    if lines.count > 1 {
      room.top = last.top + pitch - 0.2 * em
      room.bottom = last.bottom + pitch + 0.2 * em
    }
    let end = region(of: field).map { $0.bottom + 0.6 * em } ?? height
    guard pitch < 2.5 * em, room.bottom < end else { return nil }
    return room
  }

  /// Whether a value begins further right than others whose labels stand in the same column: its first character may be
  /// lost. Where two more lines begin where it begins, it is the others that were taken for wider than they are.
  func beginsLate(_ line: Box, of field: FieldDefinition) -> Bool {
    guard let label = labels.first(where: { $0.field == field.name }), field.position == .right
    else { return false }
    let em = line.height
    let column = labels.filter { abs($0.box.left - label.box.left) < 0.6 * em }.map(\.box)
    let beginnings = column.compactMap { other in
      pieces.map(\.box).filter { piece in
        abs(piece.middle.y - other.middle.y) < 0.6 * em && piece.left > other.right - 0.3 * em
          && piece.left < other.right + 8 * em
      }.map(\.left).min()
    }
    guard pieces.count(where: { abs($0.box.left - line.left) < 0.3 * em }) < 3 else {
      return false
    }
    return beginnings.contains { line.left - $0 > 0.65 * em && line.left - $0 < 3 * em }
  }
}

extension Box {
  /// Whether more than its rim lies in another box.
  fileprivate func reaches(into box: Box) -> Bool {
    left < box.right && right > box.left
      && min(bottom, box.bottom) - max(top, box.top) > 0.25 * height
  }
}
