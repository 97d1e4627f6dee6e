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

  init(type: FieldType) { self.type = type }

  mutating func hear(_ reading: FieldReading, by model: Look.Model) {
    let meaning = SelfCheck.passes(reading.raw, type) ? Meaning.of(reading.raw, type) : nil
    witnesses.append(Witness(model: model, reading: reading, meaning: meaning))
  }

  /// Whether two models agree and none differs: another look would only cost time.
  var isSettled: Bool {
    let meanings = Set(witnesses.compactMap(\.meaning))
    guard let only = meanings.first, meanings.count == 1 else { return false }
    return models(for: only).count >= 2
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
    reading.decoded = SeenCharacters(witnesses.map(\.reading), length: length)
      .value { SelfCheck.passes($0, type) }
    return reading
  }

  private func models(for meaning: String) -> Set<Look.Model> {
    Set(witnesses.filter { $0.meaning == meaning }.map(\.model))
  }

  private func reading(of witness: Witness, votes: Int, dissenting: Int) -> FieldReading {
    var reading = witness.reading
    reading.evidence.agreeing = votes
    reading.evidence.dissenting = dissenting
    reading.evidence.characterScore =
      witnesses.first { $0.model == .characters && $0.meaning == witness.meaning }?
      .reading.confidence
    var seen: Set<String> = [reading.raw]
    reading.alternatives = witnesses.compactMap { other in
      seen.insert(other.reading.raw).inserted && !other.reading.raw.isEmpty
        ? Alternative(value: other.reading.raw, probability: other.reading.confidence) : nil
    }
    return reading
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
