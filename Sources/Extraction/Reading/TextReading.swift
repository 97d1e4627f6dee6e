import Cases

/// A value of Han characters, read by the reader of lines and by the reader of characters.
struct TextReading {
  let field: FieldDefinition
  let reader: any LineReader
  let values: ValueFinder
  let known: KnownForm

  func read(_ found: FieldReading) throws -> FieldReading {
    let (first, overlooked) = try completed(found)
    let dotted = field.type == .name ? first.withMiddleDots : first
    let listed = known.listedEnding(of: dotted, field)
    let printed = listed ?? dotted
    var merges: [LineMerge] = []
    var looks: [CharacterReading] = []
    for line in printed.lines {
      guard let characters = try characters(of: line, isWhole: listed != nil) else {
        return printed
      }
      looks.append(characters)
      merges.append(try mergedAgain(try merge(line, characters), characters))
    }
    let decoded = settle(&merges)
    var reading = FieldReading(lines: merges.map { TextLine(glyphs: $0.glyphs) })
    if field.type != .scope { reading.dropFinalMarks() }
    if field.type == .address { reading.dropFirstMarks() }
    reading.box = first.box
    reading.decoded = decoded
    reading.evidence.characterScore = merges.map(\.score).min()
    reading.evidence.characterMargin = merges.map(\.margin).min()
    reading.evidence.cutting = looks.map(\.cutting).min()
    reading.evidence.blur = looks.map(\.blur).max()
    reading.evidence.unexplained =
      saysTwice(reading) ? 0 : merges.reduce(0) { $0 + $1.unexplained }
    if field.type == .name, merges.contains(where: \.mayLackMiddleDot) {
      reading.evidence.unexplained += 1
    }
    // The reader of characters agrees with itself.
    if found.origin == .characters { reading.evidence.unexplained += reading.glyphs.count }
    reading.evidence.unknown = merges.reduce(0) { $0 + $1.unknown }
    reading.evidence.unreadPrint = try overlooked + (mayBePart(reading, first, looks) ? 1 : 0)
    let isSame = reading.raw.halfWidthCharacters == printed.raw.halfWidthCharacters
    reading.evidence.agreeing = isSame ? 2 : 1
    if field.type == .vehicleModel {
      reading.evidence.agreeing = try VehicleModelCode(reading)?.readersThatAgree(reader) ?? 1
    }
    reading.alternatives = alternatives(to: reading, printed)
    return reading
  }

  /// What both readers make of a line. The reader of characters cuts Latin print badly: that is the other's alone.
  private func merge(_ line: TextLine, _ characters: CharacterReading) throws -> LineMerge {
    let slash = field.type == .bilingual ? line.glyphs.firstIndex { $0.text == "/" } : nil
    let latin = slash.map { Array(line.glyphs[$0...]) } ?? []
    let end = latin.first?.box.left ?? .infinity
    var merge = LineMerge(
      line: TextLine(glyphs: Array(line.glyphs.dropLast(latin.count))),
      characters: TextLine(
        glyphs: characters.line.without(leading: labelEnds).glyphs.filter {
          $0.box.middle.x < end
        }),
      blur: characters.blur, mayBeRare: field.type == .name, knows: reader.knows)
    for doubt in merge.doubts {
      if doubt.isCut {
        if let seen = try seenAlone(merge.glyphs[doubt.index]) {
          merge.settle(doubt, seeing: seen)
        }
      } else if try isSeen(merge.glyphs, doubt) {
        merge.settle(doubt)
      }
    }
    merge.append(alone: latin)
    return merge
  }

  /// Where the two did not find the same characters the reader of lines is shown the line again, cut out as both found it:
  /// what it sees then is taken where nothing is left open.
  private func mergedAgain(_ first: LineMerge, _ characters: CharacterReading) throws -> LineMerge {
    let found = TextLine(glyphs: first.glyphs)
    guard first.unexplained > 0, ![.scope, .bilingual].contains(field.type), !found.glyphs.isEmpty,
      let again = try reader.read(found.box, hint: LineHint(script: .han))?.inside(found.box)
    else { return first }
    let dotted = field.type == .name ? FieldReading(lines: [again]).withMiddleDots.lines[0] : again
    let second = try merge(dotted, characters)
    return second.unexplained == 0 && second.glyphs.count >= found.glyphs.count ? second : first
  }

  /// What the reader of characters sees in the place of one character alone, where it is the same.
  private func seenAlone(_ glyph: Glyph) throws -> Glyph? {
    try reader.readCharacters(of: TextLine(glyphs: [glyph]))?.line.glyphs
      .first { $0.text == glyph.text && $0.confidence > 0.9 }
  }

  /// Whether the reader of lines, shown the character with its neighbours only, sees what the reader of characters saw.
  private func isSeen(_ glyphs: [Glyph], _ doubt: LineMerge.Doubt) throws -> Bool {
    guard doubt.score > LineMerge.surelySeen else { return false }
    let near = glyphs[max(0, doubt.index - 2)..<min(glyphs.count, doubt.index + 3)]
    let box = glyphs[doubt.index].box
    let closer = try reader.read(
      TextLine(glyphs: Array(near)).box, hint: LineHint(script: .han))
    return closer?.glyphs.contains {
      $0.text == glyphs[doubt.index].text && abs($0.box.middle.x - box.middle.x) < 0.4 * box.height
    } ?? false
  }

  /// Whether both halves of a bilingual value say the same: two prints.
  private func saysTwice(_ reading: FieldReading) -> Bool {
    field.type == .bilingual && reading.raw.contains("/")
      && known.holds(
        NormalForm.of(reading.raw, field.type), field, printed: reading.raw)
  }

  /// Where the readers differ and only one of the two values is such as there are - a code on its list, divisions that lie in
  /// one another, a sentence of the law -, the doubt is settled. Gives the value that is known, where that is not the one taken.
  private func settle(_ merges: inout [LineMerge]) -> String? {
    var texts = merges.map { $0.glyphs.map(\.text) }
    var isChanged = false
    for (line, merge) in merges.enumerated() {
      for doubt in merge.doubts {
        let taken = texts[line][doubt.index]
        let value = texts.joined().joined()
        texts[line][doubt.index] = doubt.other
        if known.decides(for: texts.joined().joined(), against: value, field) {
          isChanged = true
          continue
        }
        let other = texts.joined().joined()
        texts[line][doubt.index] = taken
        if known.decides(for: value, against: other, field) { merges[line].settle(doubt) }
      }
    }
    return isChanged ? NormalForm.of(texts.joined().joined(), field.type) : nil
  }

  /// A scope of business is long enough that every character costs, and stands on whole lines. Before a value that no other
  /// one ends with nothing is looked for.
  private func characters(of line: TextLine, isWhole: Bool) throws -> CharacterReading? {
    guard field.type != .scope else { return try reader.readCharacters(of: line) }
    var reach = values.reach(of: line.box)
    if isWhole { reach.left = line.box.left - 0.1 * line.box.height }
    return try reader.readCharacters(reach)
  }

  /// Whether something may be missing: print under the value that was not taken for a part of it, a beginning further
  /// right than its column's, an address that ends with a figure.
  private func mayBePart(
    _ reading: FieldReading, _ first: FieldReading, _ looks: [CharacterReading]
  ) throws -> Bool {
    if let line = first.lines.first?.box, values.beginsLate(line, of: field),
      [.scope, .name].contains(field.type)
        || looks.first?.line.hasCharacter(before: line) ?? true
    {
      return true
    }
    if field.type.mustStandAlone, !standsAlone(reading, looks) { return true }
    if field.type == .scope, !EvenPrint(lines: reading.lines).isWhole { return true }
    // A value is printed in one piece; what stands far behind it is something else's.
    if first.lines.contains(where: \.hasWideGap) { return true }
    // What wraps fills its line first; a short line above another is another entry's.
    if first.lines.dropLast().contains(where: { $0.glyphs.count < Self.leastWrapped }) {
      return true
    }
    if field.type == .address, reading.raw.last?.isASCII == true,
      try !isEnd(first.lines, looks.last)
    {
      return true
    }
    return values.isPrintBelow(first.lines, of: field)
  }

  /// Whether nothing is printed beside a value where another character of it could stand.
  private func standsAlone(_ reading: FieldReading, _ looks: [CharacterReading]) -> Bool {
    guard reading.lines.count == 1, let line = reading.lines.first?.box, let look = looks.first
    else { return false }
    let beginsWithHan = field.type == .vehicleModel && reading.glyphs.first?.isHan == true
    return !values.isPrintBeside(line) && look.isBlank(beside: line, beginsWithHan: beginsWithHan)
  }

  /// Whether nothing at all is printed where the next character of the last line would stand, and nothing of it was wrapped:
  /// it ends long before its column does, or it is the only line and there is no ink where another would be.
  private func isEnd(_ lines: [TextLine], _ look: CharacterReading?) throws -> Bool {
    guard let box = lines.last?.box, let look else { return false }
    let em = box.height
    return try values.reach(of: box).right > box.right + 1.2 * em
      && !look.line.glyphs.contains { $0.box.middle.x > box.right }
      && (values.hasRoom(for: 2.5 * em, behind: box, of: field)
        || lines.count == 1 && isBlankBelow(lines))
  }

  private func isBlankBelow(_ lines: [TextLine]) throws -> Bool {
    guard let room = values.roomBelow(lines, of: field) else { return false }
    let seen = try reader.readCharacters(room)?.line.glyphs ?? []
    return !seen.contains { $0.box.width > 0.25 * room.height }
  }

  /// No cell is so narrow that a line of fewer characters is wrapped.
  private static let leastWrapped = 6

  /// The last characters of its labels: the room left of a value may reach into a label that was made out half.
  private var labelEnds: Set<String> { Set(field.labels.compactMap { $0.last.map(String.init) }) }

  /// With the lines under the last that layout analysis overlooked, and their number: where something is printed that
  /// nobody found at first, a person looks.
  private func completed(_ found: FieldReading) throws -> (FieldReading, Int) {
    var lines = found.lines
    while let room = values.roomBelow(lines, of: field),
      let seen = try reader.readCharacters(room),
      seen.line.glyphs.contains(where: { $0.confidence > 0.9 }),
      let line = try reader.read(room, hint: LineHint(script: .han)), !line.glyphs.isEmpty
    {
      lines.append(line)
    }
    return (FieldReading(lines: lines), lines.count - found.lines.count)
  }

  /// The other reader's whole value, and the value with its least sure character as it might also be.
  private func alternatives(to reading: FieldReading, _ printed: FieldReading) -> [Alternative] {
    var found: [Alternative] = []
    if printed.raw != reading.raw {
      found.append(Alternative(value: printed.raw, probability: min(0.5, printed.confidence)))
    }
    let glyphs = reading.glyphs
    let doubts = glyphs.indices.compactMap { index in
      glyphs[index].alternatives.first.map { (index, $0) }
    }.filter { $0.1.probability > 0.02 }.sorted { $0.1.probability > $1.1.probability }
    for (index, other) in doubts.prefix(2) {
      let value = glyphs.indices.map { $0 == index ? other.value : glyphs[$0].text }.joined()
      if value != reading.raw, !found.contains(where: { $0.value == value }) {
        found.append(Alternative(value: value, probability: other.probability))
      }
    }
    return found
  }
}

extension FieldReading {
  /// Only a scope of business is a sentence.
  fileprivate mutating func dropFinalMarks() {
    guard var line = lines.popLast() else { return }
    while line.glyphs.count > 1, let last = line.glyphs.last, "。.,，、;；:：'`".contains(last.text) {
      line.glyphs.removeLast()
    }
    lines.append(line)
  }
}

extension FieldReading {
  /// An address begins with the name of a place.
  fileprivate mutating func dropFirstMarks() {
    guard let line = lines.first else { return }
    let rest = line.glyphs.drop { !$0.isHan }
    if !rest.isEmpty, line.glyphs.count - rest.count <= 2 {
      lines[0] = TextLine(glyphs: Array(rest))
    }
  }
}

extension TextLine {
  /// Whether room for two characters and more is left between two of its own.
  fileprivate var hasWideGap: Bool {
    zip(glyphs, glyphs.dropFirst()).contains { $1.box.left - $0.box.right > 2.5 * $1.box.height }
  }

  /// Whether ink as wide as a character stands there, whatever it was read as.
  fileprivate func hasCharacter(before box: Box) -> Bool {
    glyphs.contains { glyph in
      glyph.box.right < box.left + 0.3 * box.height && glyph.box.width > 0.45 * box.height
    }
  }

  fileprivate func without(leading ends: Set<String>) -> TextLine {
    TextLine(glyphs: Array(glyphs.drop { ends.contains($0.text) }))
  }
}

extension FieldReading {
  /// The line reader's model has no middle dot and prints what looks most like one. Between two Han characters of a
  /// name nothing else stands.
  var withMiddleDots: FieldReading {
    var reading = self
    reading.lines = lines.map { line in
      var line = line
      for index in line.glyphs.indices.dropFirst().dropLast()
      where ".。,，、*:：;'‘’`•-".contains(line.glyphs[index].text)
        && line.glyphs[index - 1].isHan && line.glyphs[index + 1].isHan
      {
        line.glyphs[index].text = "·"
      }
      return line
    }
    return reading
  }
}

extension Glyph {
  var isHan: Bool {
    text.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
  }
}
