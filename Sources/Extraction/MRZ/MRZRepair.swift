/// Makes of one look at a line what the line must be: 44 characters, each of those that its position may hold, with
/// check digits that are right.
///
/// A character is put right only to one that was really seen in its place or has its shape, and only where the
/// position allows no other (ICAO Doc 9303-4, section 4.2.2) or where exactly one such change makes all check digits
/// right. Who reads keeps what was seen as `raw`.
enum MRZRepair {
  /// Nil where no 44 characters can be had.
  static func first(_ cells: [MRZCell]) -> MRZCandidate? {
    let names = TD3.First.name.lowerBound..<max(TD3.First.name.lowerBound, cells.count)
    guard let (fitted, isFitted) = fitted(cells, searching: names) else { return nil }
    var line = MRZCandidate(characters: [], isWeak: isFitted, passes: true)
    for (index, cell) in fitted.enumerated() { line.append(cell, as: TD3.First.position(index)) }
    line.eraseSpecksBetweenFillers(from: TD3.First.name.lowerBound)
    line.passes =
      line.passes && line.characters[0] == "P"
      && MRZName.isWellFormed(String(line.characters[TD3.First.name]))
    return line
  }

  /// Nil where no 44 characters can be had.
  static func second(_ cells: [MRZCell]) -> MRZCandidate? {
    let data = TD3.Second.optionalData.lowerBound - 2..<max(26, cells.count)
    guard let (fitted, isFitted) = fitted(cells, searching: data) else { return nil }
    var line = MRZCandidate(characters: [], isWeak: isFitted, passes: true)
    for (index, cell) in fitted.enumerated() {
      line.append(
        cell, as: TD3.Second.position(index), isProven: TD3.Second.isCheckedDigit(index))
    }
    line.beginChineseNumber()
    guard line.passes else { return line }
    line.passes = TD3.checksPass(line.characters)
    line.isWeak =
      line.isWeak || !Self.isPlain(line.characters[TD3.Second.optionalData])
      || !Self.isPlain(line.characters[TD3.Second.documentNumber])
      || isAmbiguous(line.characters)
    return line.passes ? line : onlyChange(of: line, fitted) ?? line
  }

  /// Whether no filler stands before another character: check digits say nothing of a filler that became a K.
  private static func isPlain(_ part: ArraySlice<Character>) -> Bool {
    !String(part).trimmingFillers.contains(MRZ.filler)
  }

  /// Whether two of the optional data could be other characters of the same shape without a check digit showing it: OO
  /// counts as much as 00 where the weights are 7 and 3. A reader that takes one for the other does so both times.
  private static func isAmbiguous(_ line: [Character]) -> Bool {
    let part = TD3.Second.optionalData
    return part.contains { index in
      guard let twin = Lookalikes.twin(of: line[index]) else { return false }
      return (index + 1..<part.upperBound).contains { second in
        guard line[second] == line[index] else { return false }
        var changed = line
        changed[index] = twin
        changed[second] = twin
        return TD3.checksPass(changed)
      }
    }
  }

  /// The one change of one character that makes all check digits right.
  private static func onlyChange(of line: MRZCandidate, _ cells: [MRZCell]) -> MRZCandidate? {
    var found: Set<[Character]> = []
    for (index, cell) in cells.enumerated() {
      for other in Set(cell.others + lookalikes(of: cell.seen))
      where other.mayStand(at: TD3.Second.position(index)) {
        var changed = line.characters
        changed[index] = other
        if TD3.checksPass(changed) { found.insert(changed) }
      }
    }
    guard found.count == 1, let only = found.first else { return nil }
    return MRZCandidate(characters: only, isWeak: true, passes: true)
  }

  private static func lookalikes(of character: Character) -> [Character] {
    [Lookalikes.digit(for: character), Lookalikes.letter(for: character)].compactMap(\.self)
  }

  /// Readers miscount long runs of fillers: the longest one in that part takes up what is too much or too little.
  private static func fitted(_ cells: [MRZCell], searching part: Range<Int>)
    -> (cells: [MRZCell], isFitted: Bool)?
  {
    let missing = MRZ.length - cells.count
    if missing == 0 { return (cells, false) }
    guard abs(missing) <= 8, let run = longestRun(in: cells, part), run.count >= 4,
      run.count + missing > 0
    else { return nil }
    let fillers = [MRZCell](repeating: MRZCell(seen: MRZ.filler), count: run.count + missing)
    return (cells[..<run.lowerBound] + fillers + cells[run.upperBound...], true)
  }

  private static func longestRun(in cells: [MRZCell], _ part: Range<Int>) -> Range<Int>? {
    var best: Range<Int>?
    var begin = part.lowerBound
    for index in part.clamped(to: cells.indices) {
      if cells[index].seen != MRZ.filler {
        begin = index + 1
      } else if index + 1 - begin > best?.count ?? 0 {
        best = begin..<index + 1
      }
    }
    return best
  }
}

extension MRZCandidate {
  /// Adds a character as its position demands it. `isProven` where a check digit covers it.
  fileprivate mutating func append(
    _ cell: MRZCell, as position: TD3.Position, isProven: Bool = false
  ) {
    if cell.seen.mayStand(at: position) { return characters.append(cell.seen) }
    let twin =
      position.holdsDigits ? Lookalikes.digit(for: cell.seen) : Lookalikes.letter(for: cell.seen)
    let other = (cell.others + [twin].compactMap(\.self)).first { $0.mayStand(at: position) }
    characters.append(other ?? cell.seen)
    if other == nil { passes = false }
    if !isProven { isWeak = true }
  }

  /// Chinese numbers begin with a letter, and G counts as much as 6 in every check digit: what else says the same must
  /// confirm it.
  fileprivate mutating func beginChineseNumber() {
    guard characters.first == "6", String(characters[TD3.Second.nationality]) == "CHN" else {
      return
    }
    characters[0] = "G"
    isWeak = true
  }

  /// After the name there are only fillers: a character alone among them is one that was read wrongly.
  fileprivate mutating func eraseSpecksBetweenFillers(from start: Int) {
    let specks = characters.indices.dropFirst(start + 3).filter { index in
      characters[index] != MRZ.filler
        && characters[index - 3..<index].allSatisfy { $0 == MRZ.filler }
        && characters[(index + 1)...].prefix(2).allSatisfy { $0 == MRZ.filler }
    }
    for index in specks { characters[index] = MRZ.filler }
    if !specks.isEmpty { isWeak = true }
  }
}

extension TD3.Position {
  fileprivate var holdsDigits: Bool { self == .digit || self == .digitOrFiller }
}

extension Character {
  fileprivate func mayStand(at position: TD3.Position) -> Bool {
    switch position {
    case .letter: ("A"..."Z").contains(self)
    case .letterOrFiller: ("A"..."Z").contains(self) || self == MRZ.filler
    case .digit: ("0"..."9").contains(self)
    case .digitOrFiller: ("0"..."9").contains(self) || self == MRZ.filler
    case .sex: "MF<".contains(self)
    case .any: MRZ.value(of: self) != nil
    }
  }
}
