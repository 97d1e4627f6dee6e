import Cases

/// One line that two readers read: the reader of lines, who knows what usually follows what and lacks half of all
/// characters, and the reader of characters, who knows them all and sees only one at a time.
struct LineMerge {
  private(set) var glyphs: [Glyph] = []
  private(set) var unknown = 0
  /// Places in which both readers saw a character that both know, and not the same one.
  private(set) var doubts: [Doubt] = []
  /// Of the characters that no doubt is about.
  private var leastOfSeen = (score: 1.0, margin: 1.0)
  private var alone = 0
  private let mayBeRare: Bool
  private let isSharp: Bool
  /// Where the reader of lines saw brackets and other marks.
  private let marks: [Box]

  /// Two readers that differ.
  struct Doubt: Equatable {
    /// Of `glyphs`.
    let index: Int
    /// What the one saw whose word was not taken.
    let other: String
    /// Of the reader of characters, for the character taken.
    let score: Double
    /// Whether the reader of characters took something beside it in.
    var isCut = false
    fileprivate let margin: Double
  }

  /// Least score and least distance to the next character among those taken from the reader of characters.
  var score: Double { min(leastOfSeen.score, doubts.map(\.score).min() ?? 1) }
  var margin: Double { min(leastOfSeen.margin, doubts.map(\.margin).min() ?? 1) }
  /// Characters that one reader alone saw, and doubts.
  var unexplained: Int { alone + doubts.count }

  /// Leaves a doubt out that something else has settled.
  mutating func settle(_ doubt: Doubt) { doubts.removeAll { $0 == doubt } }

  /// Leaves one out that the reader of characters has settled by another look.
  mutating func settle(_ doubt: Doubt, seeing glyph: Glyph) {
    settle(doubt)
    see(glyph)
  }

  /// Adds what stands behind and was read by the reader of lines only.
  mutating func append(alone others: [Glyph]) {
    glyphs += others
    alone += others.count
  }

  /// Below this the reader of characters does not know what it sees, and the other's word is taken.
  private static let leastScore = 0.5
  /// Where the two differ and the reader of lines is this sure, the reader of characters must be surer.
  private static let sureLine = 0.95
  private static let sureCharacter = 0.8
  private static let sureMark = 0.9
  /// A doubt is none where the reader of characters is this sure, and the reader of lines thought of the same character
  /// as well, or was unsure of its own in sharp print, of which the reader of characters saw nothing.
  static let surelySeen = 0.97
  private static let leastThought = 0.1
  private static let unsureLine = 0.93
  private static let notSeen = 0.01
  private static let sharpPrint = 0.05

  /// Where the reader of lines is this sure of a common character, and the other sees a rare one and thought of the
  /// common one too, a stroke of a bracket or of a rule was taken in. Names are not judged by how common they are.
  private static let sureCommon = 0.9

  init(
    line: TextLine, characters: TextLine, blur: Double = 0, mayBeRare: Bool,
    knows: (Character) -> Bool
  ) {
    self.mayBeRare = mayBeRare
    isSharp = blur < Self.sharpPrint
    let printed = line.glyphs.filter { !$0.text.allSatisfy(\.isWhitespace) }
    marks = printed.filter { !$0.isLetter }.map(\.box)
    let pairs = Alignment.pairs(printed, characters.glyphs) { $0.isSamePrint(as: $1) }
    let first = pairs.firstIndex { $0.other != nil } ?? 0
    let last = pairs.lastIndex { $0.other != nil } ?? pairs.count
    for (index, pair) in pairs.enumerated() {
      switch (pair.one.map { printed[$0] }, pair.other.map { characters.glyphs[$0] }) {
      case (let one?, let other?):
        if one.isTwo, other.isTwo { alone += 1 }
        take(one, beside: other, knows: knows)
      case (let one?, nil):
        if one.isTwo { alone += 1 }
        let isDouble = one.box.isCovered(by: characters.glyphs.map(\.box))
        if isDouble, one.isBracket, one.confidence > Self.sureLine {
          glyphs.append(one)
          continue
        }
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
    if one.isSameMark(as: other) { return takeMark(one, beside: other) }
    let isKnown = other.text.first.map(knows) ?? true
    if !other.isLetter || other.isCutBadly { return keepAlone(one) }
    // A bracket was cut with the character beside it: （自 becomes 洎.
    if !isKnown, other.probability(of: one.text) > 0 || one.confidence > Self.sureCommon,
      marks.contains(where: { $0.isCovered(by: [other.box]) })
    {
      return keepCut(one, beside: other)
    }
    let isStroke =
      !mayBeRare && !isKnown && one.confidence > Self.sureCommon
      && other.probability(of: one.text) > 0
    if isStroke || other.confidence < Self.leastScore
      || (isKnown && one.confidence > Self.sureLine && other.confidence < Self.sureCharacter)
    {
      let score = other.probability(of: one.text)
      doubts.append(
        Doubt(
          index: glyphs.count, other: other.text, score: score, margin: score - other.confidence))
      return glyphs.append(one.adding(other))
    }
    if isKnown, isOutvoted(one, by: other) {
      see(other)
    } else if isKnown {
      doubts.append(
        Doubt(
          index: glyphs.count, other: one.text, score: other.confidence, margin: other.margin))
    } else {
      unknown += 1
      see(other)
    }
    glyphs.append(other.adding(one))
  }

  private func isOutvoted(_ one: Glyph, by other: Glyph) -> Bool {
    guard other.confidence > Self.surelySeen else { return false }
    return one.probability(of: other.text) > Self.leastThought
      || isSharp && one.confidence < Self.unsureLine
        && other.probability(of: one.text) < Self.notSeen
  }

  /// The model of the reader of lines prints commas for most marks; the reader of characters tells them apart.
  private mutating func takeMark(_ one: Glyph, beside other: Glyph) {
    guard other.confidence > Self.sureMark else {
      alone += 1
      return glyphs.append(one.adding(other))
    }
    see(other)
    glyphs.append(other.adding(one))
  }

  /// The reader of characters did not see this one by itself: it must, or it is one reader's word.
  private mutating func keepCut(_ one: Glyph, beside other: Glyph) {
    doubts.append(
      Doubt(index: glyphs.count, other: other.text, score: 1, isCut: true, margin: 1))
    glyphs.append(one)
  }

  /// A character that only the reader of characters saw is believed where it is a clear one: ends of lines get lost.
  /// Marks may be specks. What is as large as a character and cannot be made out was printed all the same.
  private mutating func takeAlone(_ other: Glyph) {
    guard other.isLetter, !other.isCutBadly, other.confidence > 0.9 else {
      if other.fillsACell || other.isHyphen { alone += 1 }
      return
    }
    alone += 1
    see(other)
    glyphs.append(other)
  }

  /// What only the reader of lines saw may be a rule or a speck, but also a character that was cut badly.
  private mutating func keepAlone(
    _ one: Glyph, isDouble: Bool = false, isAtEnd: Bool = false
  ) {
    // At the ends of a line stand specks and pieces of rules; inside it even a mark means something.
    if one.isLetter || !isAtEnd { alone += 1 }
    // The engine sometimes sees one character twice.
    guard !isDouble || !one.isLetter else { return }
    if one.confidence > (isAtEnd ? Self.sureLine : 0.5) { glyphs.append(one) }
  }

  private mutating func see(_ glyph: Glyph) {
    leastOfSeen.score = min(leastOfSeen.score, glyph.confidence)
    leastOfSeen.margin = min(leastOfSeen.margin, glyph.margin)
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

  fileprivate var isBracket: Bool { text.allSatisfy { "（(）)".contains($0) } }

  /// Whether both are marks between words, or brackets that open, or such as close.
  fileprivate func isSameMark(as other: Glyph) -> Bool {
    ["，。、；：,.;:·", "（([【〔〈《{", "）)]】〕〉》}"].contains { marks in
      (text + other.text).allSatisfy(marks.contains)
    }
  }

  fileprivate var isLetter: Bool { text.allSatisfy { $0.isLetter || $0.isNumber } }

  /// Han characters are about as wide as they are high; what is wider is two, and what is far narrower a mark.
  fileprivate var isCutBadly: Bool {
    isHan && text != "一" && (box.width > 1.3 * box.height || box.width < 0.25 * box.height)
  }

  /// Whether it has the ink of two characters.
  fileprivate var isTwo: Bool { isHan && box.width > 1.6 * box.height }

  /// 889-8 is another room than 8898.
  fileprivate var isHyphen: Bool { "-–—".contains(text) && confidence > 0.5 }

  fileprivate var fillsACell: Bool {
    box.width > 0.5 * box.height && box.width < 1.6 * box.height
  }

  /// How much surer its reader was of it than of the next character.
  fileprivate var margin: Double { confidence - (alternatives.first?.probability ?? 0) }

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
