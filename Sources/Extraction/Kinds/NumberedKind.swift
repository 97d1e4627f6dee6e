import Cases

/// Recognises a document of which no phrase could be made out, pale copies and dark photographs, by an ID number that
/// stands where its kind prints it: with its check character, its date and eighteen characters it is no accident.
struct NumberedKind {
  let kinds: [DocumentKind]
  let reader: any LineReader

  /// What the proportions of a document that was cut out may differ by.
  private static let slack = 0.07
  /// Lines that are read at most, for each kind.
  private static let mostReadings = 2

  func guess(on lines: [TextLine], size: (width: Double, height: Double)) throws
    -> KindRecognizer.Guess?
  {
    for kind in kinds where kind.hasProportions(of: size, slack: Self.slack) {
      for field in kind.fields where field.type == .idNumber {
        guard let region = field.region(on: size) else { continue }
        let inside = lines.map(\.box).filter { region.contains($0.middle) }
        for box in inside.isEmpty ? [region] : Array(inside.prefix(Self.mostReadings)) {
          let line = try reader.read(box, hint: LineHint(script: .idNumber))
          if let line, IDNumber(line.text) != nil {
            return KindRecognizer.Guess(kind: kind, probability: 0.9)
          }
        }
      }
    }
    return nil
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
