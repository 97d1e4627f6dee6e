import Cases

/// One line that two readers read: the reader of lines, who knows what usually follows what and lacks half of all
/// characters, and the reader of characters, who knows them all and sees only one at a time.
struct LineMerge {
  private(set) var glyphs: [Glyph] = []
  /// Least score and least distance to the next character among those taken from the reader of characters.
  private(set) var score = 1.0
  private(set) var margin = 1.0
  private(set) var unexplained = 0
  private(set) var unknown = 0
  private let mayBeRare: Bool

  /// Below this the reader of characters does not know what it sees, and the other's word is taken.
  private static let leastScore = 0.5
  /// Where the two differ and the reader of lines is this sure, the reader of characters must be surer.
  private static let sureLine = 0.95
  private static let sureCharacter = 0.8

  /// Where the reader of lines is this sure of a common character, and the other sees a rare one and thought of the
  /// common one too, a stroke of a bracket or of a rule was taken in. Names are not judged by how common they are.
  private static let sureCommon = 0.9

  init(
    line: TextLine, characters: TextLine, mayBeRare: Bool, knows: (Character) -> Bool
  ) {
    self.mayBeRare = mayBeRare
    let printed = line.glyphs.filter { !$0.text.allSatisfy(\.isWhitespace) }
    let pairs = Alignment.pairs(printed, characters.glyphs) { $0.isSamePrint(as: $1) }
    let first = pairs.firstIndex { $0.other != nil } ?? 0
    let last = pairs.lastIndex { $0.other != nil } ?? pairs.count
    for (index, pair) in pairs.enumerated() {
      switch (pair.one.map { printed[$0] }, pair.other.map { characters.glyphs[$0] }) {
      case (let one?, let other?): take(one, beside: other, knows: knows)
      case (let one?, nil):
        let isDouble = one.box.isCovered(by: characters.glyphs.map(\.box))
        keepAlone(one, isDouble: isDouble, isAtEnd: index < first || index > last)
      case (nil, let other?): takeAlone(other)
      case (nil, nil): break
      }
    }
  }

  private mutating func take(_ one: Glyph, beside other: Glyph, knows: (Character) -> Bool) {
    if one.isSamePrint(as: other) {
      see(other)
      // Twins are told apart by what stands beside them, and that the reader of lines knows better.
      var glyph = one
      if !one.isTwin(of: other) { glyph.text = other.text }
      glyph.alternatives = other.alternatives
      return glyphs.append(glyph)
    }
    let isKnown = other.text.first.map(knows) ?? true
    if !other.isLetter || other.isCutBadly { return keepAlone(one) }
    let isStroke =
      !mayBeRare && !isKnown && one.confidence > Self.sureCommon
      && other.probability(of: one.text) > 0
    if isStroke || other.confidence < Self.leastScore
      || (isKnown && one.confidence > Self.sureLine && other.confidence < Self.sureCharacter)
    {
      unexplained += 1
      score = min(score, other.probability(of: one.text))
      margin = min(margin, other.probability(of: one.text) - other.confidence)
      return glyphs.append(one.adding(other))
    }
    if isKnown { unexplained += 1 } else { unknown += 1 }
    see(other)
    glyphs.append(other.adding(one))
  }

  /// A character that only the reader of characters saw is believed where it is a clear one: ends of lines get lost.
  /// Marks may be specks.
  private mutating func takeAlone(_ other: Glyph) {
    guard other.isLetter, !other.isCutBadly, other.confidence > 0.9 else { return }
    unexplained += 1
    see(other)
    glyphs.append(other)
  }

  /// What only the reader of lines saw may be a rule or a speck, but also a character that was cut badly.
  private mutating func keepAlone(
    _ one: Glyph, isDouble: Bool = false, isAtEnd: Bool = false
  ) {
    // At the ends of a line stand specks and pieces of rules; inside it even a mark means something.
    if one.isLetter || !isAtEnd { unexplained += 1 }
    // The engine sometimes sees one character twice.
    guard !isDouble || !one.isLetter else { return }
    if one.confidence > (isAtEnd ? Self.sureLine : 0.5) { glyphs.append(one) }
  }

  private mutating func see(_ glyph: Glyph) {
    score = min(score, glyph.confidence)
    margin = min(margin, glyph.confidence - (glyph.alternatives.first?.probability ?? 0))
  }
}

extension LineMerge {
  /// Whether a name may have lost its middle dot: five characters and more without one, or a gap between two of its
  /// characters that is wider than the others.
  var mayLackMiddleDot: Bool {
    guard glyphs.allSatisfy(\.isHan), glyphs.count >= 4 else { return false }
    let steps = zip(glyphs, glyphs.dropFirst()).map { $1.box.middle.x - $0.box.middle.x }.sorted()
    guard let widest = steps.last else { return false }
    return glyphs.count > 4 || widest > 1.35 * steps[steps.count / 2 - (steps.count > 1 ? 1 : 0)]
  }
}

extension Box {
  /// Whether there is no room for it beside other boxes of its line.
  fileprivate func isCovered(by others: [Box]) -> Bool {
    let covered = others.reduce(0) { $0 + max(0, min(right, $1.right) - max(left, $1.left)) }
    return covered > 0.6 * width
  }
}

extension Glyph {
  /// Marks and brackets are printed full-width and read half-width, and some characters look like others.
  func isSamePrint(as other: Glyph) -> Bool {
    text.halfWidthCharacters == other.text.halfWidthCharacters || isTwin(of: other)
  }

  /// Whether the two look the same in many typefaces, so that only a word tells which is meant.
  fileprivate func isTwin(of other: Glyph) -> Bool {
    let (one, other) = (text.halfWidthCharacters, other.text.halfWidthCharacters)
    guard one.count == 1, other.count == 1, one != other else { return false }
    return Self.twins.contains { $0.contains(one[0]) && $0.contains(other[0]) }
  }

  private static let twins: [Set<Character>] = [
    ["一", "—", "–", "-", "ー", "―"], ["0", "O", "o", "〇", "○"], ["1", "l", "I", "丨", "|"],
    ["口", "囗"], ["日", "曰"], ["X", "x", "×"], ["C", "c"], ["S", "s"], ["V", "v"], ["W", "w"],
    ["Z", "z"], ["K", "k"], ["P", "p"], ["U", "u"],
  ]

  fileprivate var isLetter: Bool { text.allSatisfy { $0.isLetter || $0.isNumber } }

  /// Han characters are about as wide as they are high; what is wider is two, and what is far narrower a mark.
  fileprivate var isCutBadly: Bool {
    isHan && text != "一" && (box.width > 1.3 * box.height || box.width < 0.25 * box.height)
  }

  fileprivate func probability(of text: String) -> Double {
    alternatives.first { $0.value == text }?.probability ?? 0
  }

  fileprivate func adding(_ other: Glyph) -> Glyph {
    var glyph = self
    if !glyph.alternatives.contains(where: { $0.value == other.text }) {
      glyph.alternatives.insert(
        Alternative(value: other.text, probability: min(other.confidence, confidence)), at: 0)
    }
    return glyph
  }
}
