import Cases

/// Recognises a document of which hardly a phrase could be made out, pale copies and dark or blurred photographs, by numbers
/// that prove themselves.
struct NumberedKind {
  let kinds: [DocumentKind]
  let reader: any LineReader

  /// What the proportions of a document that was cut out may differ by.
  private static let slack = 0.07
  /// Lines that are read at most, for each kind.
  private static let mostReadings = 2
  /// Of a kind that was told by a number alone.
  private static let probability = 0.9

  func guess(on lines: [TextLine], rows: [Row], size: (width: Double, height: Double)) throws
    -> KindRecognizer.Guess?
  {
    if let kind = try cardWithNumber(on: lines, size) ?? passport(rows) {
      return KindRecognizer.Guess(kind: kind, probability: Self.probability)
    }
    return try labelled(rows, lines)
  }

  /// An ID number that stands where its kind prints it: with its check character, its date and eighteen characters it is
  /// no accident.
  private func cardWithNumber(on lines: [TextLine], _ size: (width: Double, height: Double)) throws
    -> DocumentKind?
  {
    for kind in kinds where kind.hasProportions(of: size, slack: Self.slack) {
      for field in kind.fields where field.type == .idNumber {
        guard let region = field.region(on: size) else { continue }
        // The label beside it may have become one line with it.
        let inside = lines.map(\.box).filter { region.contains($0.middle) }
          .compactMap { $0.common(with: region) }
        for box in inside.prefix(Self.mostReadings) + [region] {
          let line = try reader.read(box, hint: LineHint(script: .idNumber))
          if let line, IDNumber(line.text) != nil { return kind }
        }
      }
    }
    return nil
  }

  /// Five check digits in one line are no accident.
  private func passport(_ rows: [Row]) throws -> DocumentKind? {
    guard let kind = kinds.first(where: { $0.zone != nil }),
      let zone = try MRZReader(reader: reader).lines(in: rows), zone.second.passes
    else { return nil }
    return kind
  }

  /// The label of a credit code that passes its check counts as read. Alone it is not enough: forms ask for such codes as
  /// well. ID numbers are on too many kinds to tell one.
  private func labelled(_ rows: [Row], _ lines: [TextLine]) throws -> KindRecognizer.Guess? {
    let labels = kinds.flatMap { $0.fields.filter { $0.type == .creditCode }.flatMap(\.labels) }
    let guesses = KindRecognizer(kinds: kinds)
      .kinds(of: rows, named: nil, alsoPrinted: Set(labels))
    guard let guess = guesses.first, guess.kind.form == nil,
      try lines.filter(\.mayHoldCode).prefix(Self.mostCodes).contains(where: holdsCode)
    else { return nil }
    return guess
  }

  private static let mostCodes = 6

  private func holdsCode(_ line: TextLine) throws -> Bool {
    let hint = LineHint(script: .registrationCode, alphabet: CreditCode.alphabet)
    let seen = try reader.read(line.box, hint: hint)?.text ?? ""
    return CreditCode.isValid(String(seen.suffix(18)))
  }
}

extension TextLine {
  /// Whether as many figures and Latin letters were seen in it as half of a code has.
  fileprivate var mayHoldCode: Bool {
    text.count { $0.isASCII && ($0.isNumber || $0.isLetter) } >= 8
  }
}

extension Box {
  /// Nil where two boxes have nothing in common.
  fileprivate func common(with other: Box) -> Box? {
    let box = Box(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
    return box.width > 0 && box.height > 0 ? box : nil
  }
}

extension DocumentKind {
  fileprivate func hasProportions(of size: (width: Double, height: Double), slack: Double) -> Bool {
    guard let millimetres = sizeMillimetres, millimetres.count == 2, size.height > 0 else {
      return false
    }
    let ratio = size.width / size.height / (millimetres[0] / millimetres[1])
    return abs(ratio - 1) < slack
  }
}

extension FieldDefinition {
  fileprivate func region(on size: (width: Double, height: Double)) -> Box? {
    guard let region, region.count == 4 else { return nil }
    return Box(
      left: region[0] * size.width, top: region[1] * size.height,
      right: region[2] * size.width, bottom: region[3] * size.height)
  }
}
