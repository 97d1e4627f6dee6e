import Cases

/// One line of a zone after all looks at it.
struct MRZLine {
  /// What was seen in the look that was taken, and where.
  let glyphs: [Glyph]
  let box: Box
  /// What the line must be; nil where no look gave 44 characters.
  let candidate: MRZCandidate?
  /// Whether models trained apart read the same, at least one of them without a repair that nothing proves.
  let isConfirmed: Bool
  /// What other looks gave.
  let others: [Alternative]

  /// As printed.
  var raw: String { glyphs.map(\.text).joined() }
  var value: String? { candidate?.value }
  var passes: Bool { candidate?.passes == true }
  var confidence: Double { glyphs.map(\.confidence).min() ?? 0 }

  /// Where some of the characters stand; the whole line where they cannot be told.
  func box(of part: Range<Int>) -> Box {
    guard glyphs.count == MRZ.length else { return box }
    return TextLine(glyphs: Array(glyphs[part])).box
  }
}

/// The looks at one line, and what is taken of them.
struct MRZTestimony {
  enum Model: Hashable { case chinese, zone }

  private struct Look {
    let model: Model
    let line: TextLine
    let candidate: MRZCandidate?
  }

  private var looks: [Look] = []

  mutating func hear(_ line: TextLine, by model: Model, _ repair: ([MRZCell]) -> MRZCandidate?) {
    let glyphs = MRZCell.zone(of: line.glyphs)
    guard !glyphs.isEmpty else { return }
    let candidate = repair(MRZCell.cells(of: glyphs))
    looks.append(Look(model: model, line: TextLine(glyphs: glyphs), candidate: candidate))
  }

  /// Whether another look can change nothing.
  var isSettled: Bool { best.map { isConfirmed($0.candidate?.value) } ?? false }

  /// Where nothing was seen at all, nil.
  var line: MRZLine? {
    guard let best else { return nil }
    let value = best.candidate?.value
    var seen = Set([value])
    return MRZLine(
      glyphs: best.line.glyphs, box: best.line.box, candidate: best.candidate,
      isConfirmed: isConfirmed(value),
      others: looks.compactMap { look in
        guard let other = look.candidate?.value, seen.insert(other).inserted else { return nil }
        return Alternative(value: other, probability: min(0.5, look.line.confidence))
      })
  }

  /// What is right by its form before what is not, what needed no weak repair before what did, the earlier look first.
  private var best: Look? {
    looks.enumerated().min { one, other in
      (rank(one.element), one.offset) < (rank(other.element), other.offset)
    }?.element
  }

  private func rank(_ look: Look) -> Int {
    guard let candidate = look.candidate else { return 4 }
    if isConfirmed(candidate.value) { return 0 }
    return candidate.passes ? (candidate.isWeak ? 2 : 1) : 3
  }

  private func isConfirmed(_ value: String?) -> Bool {
    let agreeing = looks.filter {
      $0.candidate?.passes == true && $0.candidate?.value == value
    }
    return Set(agreeing.map(\.model)).count > 1
      && agreeing.contains { $0.candidate?.isWeak == false }
  }
}
