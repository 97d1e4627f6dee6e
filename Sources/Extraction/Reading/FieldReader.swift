import Cases

/// Gets the best reading of one field, with what speaks for it: what the reading of the page gave, and its print looked
/// at again with what is known of it.
struct FieldReader {
  let values: ValueFinder
  let reader: (any LineReader)?
  let known: KnownForm

  func read(_ field: FieldDefinition) throws -> FieldReading? {
    guard let first = try found(field) else { return nil }
    guard let reader else { return first }
    if field.type.isText {
      return try TextReading(field: field, reader: reader, values: values, known: known).read(first)
    }
    return try heard(first, field, reader)
  }

  /// What the reading of the page gave. Layout analysis can overlook a single character, or a line beside a title: then
  /// what stands where it must be.
  private func found(_ field: FieldDefinition) throws -> FieldReading? {
    let found = values.lines(of: field)
    if !found.isEmpty {
      var lines = found.map { TextLine(glyphs: $0.flatMap(\.glyphs)) }
      if values.label(of: field) == nil { lines[0] = lines[0].without(labels: field.labels) }
      if field.type == .sex { lines[0] = lines[0].onlySex }
      return FieldReading(lines: lines)
    }
    guard let reader, let box = values.blankBox(of: field) else { return nil }
    let hint = field.type.hint ?? LineHint(script: .han)
    let line = try reader.read(box, hint: hint)?.glyphs.withoutOuterMarks ?? []
    if !line.isEmpty {
      return FieldReading(line: TextLine(glyphs: line), by: Look.lines(hint).model)
    }
    let seen = try reader.readCharacters(box)?.line.glyphs.filter { glyph in
      hint.alphabet.isEmpty || glyph.text.allSatisfy(hint.alphabet.contains)
    }
    return seen.flatMap {
      $0.isEmpty ? nil : FieldReading(line: TextLine(glyphs: $0), by: .characters)
    }
  }

  /// Looks until two models agree.
  private func heard(_ first: FieldReading, _ field: FieldDefinition, _ reader: any LineReader)
    throws -> FieldReading
  {
    var testimony = Testimony(type: field.type, knows: reader.knows)
    // The first to make sense of the print may be among the last: then who needs its parts is asked again.
    var late: [Look] = []
    for look in field.type.looks where !testimony.isSettled && !testimony.needsNo(look) {
      guard let print = look.needsParts ? testimony.parted : first else {
        late.append(look)
        continue
      }
      guard let reading = try take(look, at: print, of: field.type, reader) else { continue }
      testimony.hear(reading, by: look == .page ? first.origin : look.model)
    }
    for look in late where !testimony.isAgreed {
      guard let parted = testimony.parted,
        let reading = try take(look, at: parted, of: field.type, reader)
      else { continue }
      testimony.hear(reading, by: look.model)
    }
    if field.type.hint != nil, !testimony.isAgreed, first.lines.count == 1 {
      // Layout analysis may have lost the first or the last digit.
      let reach = values.reach(of: first.box)
      for look in field.type.looks where !testimony.isAgreed {
        guard case .lines(let hint) = look, let line = try reader.read(reach, hint: hint) else {
          continue
        }
        testimony.hear(FieldReading(lines: [line]), by: look.model)
      }
    }
    var taken = testimony.taken ?? first
    if field.type.mustStandAlone, try !standsAlone(taken, reader) { taken.evidence.unreadPrint = 1 }
    // Without its last character the number of a new-energy vehicle is another vehicle's.
    if field.type == .plateNumber, taken.glyphs.count < 8, try isInkBehind(taken, reader) {
      taken.evidence.unreadPrint = 1
    }
    return taken
  }

  /// Whether ink goes on behind it: a last character may have been cut together with the one before.
  private func isInkBehind(_ reading: FieldReading, _ reader: any LineReader) throws -> Bool {
    guard let line = reading.lines.last?.box,
      let look = try reader.readCharacters(values.reach(of: line))
    else { return true }
    return look.line.glyphs.contains { glyph in
      glyph.box.width > 0.08 * line.height && glyph.box.right > line.right + 0.2 * line.height
    }
  }

  /// Whether nothing is printed beside a value where another character of it could stand.
  private func standsAlone(_ reading: FieldReading, _ reader: any LineReader) throws -> Bool {
    guard reading.lines.count == 1, let line = reading.lines.first?.box else { return false }
    let reach = values.reach(of: line)
    guard !values.isPrintBeside(line), let look = try reader.readCharacters(reach) else {
      return false
    }
    return look.isBlank(beside: line)
  }

  private func take(
    _ look: Look, at first: FieldReading, of type: FieldType, _ reader: any LineReader
  ) throws -> FieldReading? {
    let alphabet = type.hint?.alphabet ?? ""
    let lines =
      switch look {
      case .page: first.lines
      case .lines(let hint):
        try first.lines.compactMap { line in
          let box = type.needsItsEnds ? values.reach(of: line.box) : line.box
          let line = try reader.read(box, hint: hint)?.inside(box)
          return type.isOneWord ? line?.firstWord : line
        }
      case .characters:
        try first.lines.compactMap { line in
          let box = type.needsItsEnds ? values.reach(of: line.box) : line.box
          if type.isOfFigures {
            let room = values.widely(around: line.box)
            let line = try reader.readCharacters(room)?.line.inside(room)
            return (line?.fromFirstFigure ?? line)?.withoutEnds(unlike: alphabet)
          }
          let line = try reader.readCharacters(box)?.line.inside(box)
          return (type.isOneWord ? line?.firstWord : line)?.withoutEnds(unlike: alphabet)
        }
      case .charactersClosely:
        try first.lines.compactMap { line in
          let line = try reader.readCharacters(line.box)?.line.inside(line.box)
          return (line?.fromFirstFigure ?? line)?.withoutEnds(unlike: alphabet)
        }
      case .groups(let hint):
        try first.lines.compactMap { line in
          try DateGroups(line)?.read(by: reader, hint, within: values.widely(around: line.box))
        }
      }
    return lines.count == first.lines.count ? FieldReading(lines: lines) : nil
  }
}
