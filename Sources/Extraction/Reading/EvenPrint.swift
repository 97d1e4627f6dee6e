import Cases

/// Sentences of Han characters fill a grid: marks have a cell of their own (GB/T 15834-2011, 5.1), so that a mark which
/// every reader lost leaves a hole, and so does a line.
struct EvenPrint {
  let lines: [TextLine]

  /// Whether no two neighbours stand further apart than others do, within lines, from line to line, and at their ends.
  var isWhole: Bool {
    lines.allSatisfy(isWithoutHoles) && linesFollowEachOther && linesEndTogether
  }

  /// A mark of half a cell makes a step half as long again.
  private static let widestStep = 1.4
  private static let widestPitch = 1.6

  private func isWithoutHoles(_ line: TextLine) -> Bool {
    let glyphs = line.glyphs.filter { !$0.text.allSatisfy(\.isWhitespace) }
    let steps = zip(glyphs, glyphs.dropFirst()).filter { $0.isHan && $1.isHan }
      .map { $1.box.middle.x - $0.box.middle.x }.sorted()
    guard let widest = steps.last else { return true }
    return widest < Self.widestStep * steps[steps.count / 2]
  }

  private var linesFollowEachOther: Bool {
    let steps = zip(lines, lines.dropFirst()).map { $1.box.middle.y - $0.box.middle.y }.sorted()
    guard let widest = steps.last else { return true }
    return widest < Self.widestPitch * steps[(steps.count - 1) / 2]
  }

  /// A line that ends early with no mark may have lost it there.
  private var linesEndTogether: Bool {
    let end = lines.map(\.box.right).max() ?? 0
    return lines.dropLast().allSatisfy { line in
      guard let last = line.glyphs.last, last.isHan else { return true }
      return last.box.right > end - 0.8 * line.box.height
    }
  }
}
