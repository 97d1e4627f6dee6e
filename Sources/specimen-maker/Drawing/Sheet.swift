import Cases

/// A canvas with the truth of what was drawn on it.
final class Sheet {
  struct PrintedField {
    var raw: String
    var value: String
    /// One per printed line, in device units.
    var boxes: [Polygon]
  }

  let canvas: Canvas
  private(set) var fields: [String: PrintedField] = [:]
  /// Each document's corners on the device, by kind.
  private(set) var corners: [String: Polygon] = [:]
  /// Fields that are on the paper and that no reader can be blamed for: in a seal, under a smear.
  private(set) var unscored: Set<String> = []

  init(_ canvas: Canvas) { self.canvas = canvas }

  func note(_ field: String, _ raw: String, value: String? = nil, at boxes: [Polygon]) {
    fields[field] = PrintedField(raw: raw, value: value ?? raw, boxes: boxes)
  }

  func note(corners polygon: Polygon, of kind: SpecimenKind) { corners[kind.rawValue] = polygon }

  func noteUnscored(_ field: String) { unscored.insert(field) }
}
