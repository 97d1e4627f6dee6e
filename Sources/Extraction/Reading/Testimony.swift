import Cases

/// What several looks at the same print gave, and which of it is taken.
///
/// Two models that were trained apart seldom make the same mistake: what both read is worth more than what either is
/// sure of.
struct Testimony {
  let type: FieldType
  private(set) var witnesses: [Witness] = []

  struct Witness {
    let model: Look.Model
    let reading: FieldReading
    /// What it means, for comparison: the normal form of a value that may be right; nil for what cannot be.
    let meaning: String?
  }

  /// Whether the reader of lines can print a character at all.
  private let knows: (Character) -> Bool

  init(type: FieldType, knows: @escaping (Character) -> Bool = { _ in true }) {
    self.type = type
    self.knows = knows
  }

  mutating func hear(_ reading: FieldReading, by model: Look.Model) {
    let meaning = SelfCheck.passes(reading.raw, type) ? Meaning.of(reading.raw, type) : nil
    witnesses.append(Witness(model: model, reading: reading, meaning: meaning))
  }

  /// Whether as many models agree as the type needs, and none differs.
  var isAgreed: Bool { only.map { models(for: $0).count >= type.votesNeeded } ?? false }

  /// Whether another look would only cost time: where one of two that agree was unsure, a third is heard.
  var isSettled: Bool {
    guard isAgreed, let only else { return false }
    let isUnsure = witnesses.contains { $0.meaning == only && $0.reading.confidence < Self.sure }
    return !isUnsure || models(for: only).count > 2
  }

  /// What all readings that may be right say; nil where they differ.
  private var only: String? {
    let meanings = Set(witnesses.compactMap(\.meaning))
    return meanings.count == 1 ? meanings.first : nil
  }

  /// Whether a closer look of the reader of characters is of no use: it made sense of the print already.
  func needsNo(_ look: Look) -> Bool {
    look == .charactersClosely
      && witnesses.contains { $0.model == .characters && $0.meaning != nil }
  }

  /// A reader that is less sure of one of its characters does not count fully.
  private static let sure = 0.9

  /// A reading that may be right, which says where the value's parts stand: the reader of characters knows best.
  var parted: FieldReading? {
    let sound = witnesses.filter { $0.meaning != nil }
    return (sound.first { $0.model == .characters } ?? sound.first)?.reading
  }

  /// The value that most models saw, of several the one that the best reader saw; where none can be right, what the
  /// best reader saw.
  var taken: FieldReading? {
    var best: (witness: Witness, votes: Int)?
    for witness in witnesses {
      guard let meaning = witness.meaning else { continue }
      let votes = models(for: meaning).count
      if votes > best?.votes ?? 0 { best = (witness, votes) }
    }
    guard let best, let meaning = best.witness.meaning else {
      return witnesses.first.map { decoded(reading(of: $0, votes: 1, dissenting: 0)) }
    }
    let others = Set(witnesses.filter { $0.meaning != nil && $0.meaning != meaning }.map(\.model))
    return reading(of: best.witness, votes: best.votes, dissenting: others.count)
  }

  /// Nobody's reading as a whole can be right: perhaps one character of this reader and one of that can.
  private func decoded(_ reading: FieldReading) -> FieldReading {
    var reading = reading
    guard let length = type.length else {
      reading.decoded =
        witnesses.lazy.compactMap { DigitGroups.decoded($0.reading.raw, type) }.first
      return reading
    }
    reading.decoded =
      SeenCharacters(witnesses.map(\.reading), length: length)
      .value { SelfCheck.passes($0, type) } ?? (type == .idNumber ? onlyNumberWithin() : nil)
    return reading
  }

  /// The one ID number that stands in print of which more was taken in than the number.
  private func onlyNumberWithin() -> String? {
    let found = witnesses.flatMap { witness -> [String] in
      let text = Array(NormalForm.of(witness.reading.raw, type) ?? "")
      guard (19...60).contains(text.count) else { return [] }
      return (0...text.count - 18).map { String(text[$0..<$0 + 18]) }
        .filter { IDNumber($0) != nil }
    }
    return Set(found).count == 1 ? found.first : nil
  }

  private func models(for meaning: String) -> Set<Look.Model> {
    Set(
      witnesses.filter { witness in
        witness.meaning == meaning || witness.mayMean(meaning, type, knows)
          || type == .date && witness.areFigures(of: meaning)
      }.map(\.model))
  }

  private func reading(of witness: Witness, votes: Int, dissenting: Int) -> FieldReading {
    var reading = witness.reading
    reading.evidence.agreeing = votes
    reading.evidence.dissenting = dissenting
    reading.evidence.characterScore =
      witnesses.first { other in
        other.model == .characters
          && (other.meaning == witness.meaning
            || type == .date && other.areFigures(of: witness.meaning ?? ""))
      }?.reading.confidence
    var seen: Set<String> = [reading.raw]
    reading.alternatives = witnesses.compactMap { other in
      seen.insert(other.reading.raw).inserted && !other.reading.raw.isEmpty
        ? Alternative(value: other.reading.raw, probability: other.reading.confidence) : nil
    }
    return reading
  }
}

extension Testimony.Witness {
  /// Whether it has all eight figures of a day and nothing else: marks between figures are small enough to get lost, and where
  /// another reader saw them, that says which figures go together.
  fileprivate func areFigures(of day: String) -> Bool {
    let seen = reading.raw.filter { !$0.isWhitespace }
    return meaning == nil && seen.count == 8 && seen == day.filter { $0 != "-" }
  }

  /// Whether this is that plate with something else in the place of a province that the reader of lines cannot print
  /// (冀, 皖, 赣 ...): the rest was seen alike, and on the province the reader of characters is alone.
  fileprivate func mayMean(_ plate: String, _ type: FieldType, _ knows: (Character) -> Bool) -> Bool
  {
    guard type == .plateNumber, meaning == nil, model != .characters, let province = plate.first,
      !knows(province)
    else { return false }
    if model != .chinese { return PlateNumber.isSerial(of: plate, printed: reading.raw) }
    guard let read = NormalForm.of(reading.raw, type), let first = read.first else { return false }
    return first.isHan && read.dropFirst() == plate.dropFirst()
  }
}

/// What a value says, whatever it is printed like.
enum Meaning {
  static func of(_ raw: String, _ type: FieldType) -> String? {
    guard let value = NormalForm.of(raw, type) else { return nil }
    guard type == .period else { return value }
    return PrintedPeriod(printed: value).map { period in
      "\(period.from?.description ?? "")/\(period.until?.description ?? PrintedPeriod.longTerm)"
    }
  }
}
