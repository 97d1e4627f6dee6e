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

  /// Quarter turns of the documents in the picture, in degrees clockwise; `nil` where nothing says so.
  private(set) var turned: Int?

  /// Fingers that lie on a document.
  private(set) var fingers = 0

  /// All printed lines, on the device.
  var lines: [Polygon] { fields.values.flatMap(\.boxes) }

  init(_ canvas: Canvas) { self.canvas = canvas }

  func note(_ field: String, _ raw: String, value: String? = nil, at boxes: [Polygon]) {
    fields[field] = PrintedField(raw: raw, value: value ?? raw, boxes: boxes)
  }

  func note(corners polygon: Polygon, of kind: SpecimenKind) { corners[kind.rawValue] = polygon }

  func note(turned degrees: Int) { turned = degrees }

  func noteFinger() { fingers += 1 }

  /// Carries every place to where it is seen.
  func move(_ map: (Point) -> Point) {
    func moved(_ polygon: Polygon) -> Polygon { Polygon(polygon.corners.map(map)) }
    corners = corners.mapValues(moved)
    fields = fields.mapValues { field in
      PrintedField(raw: field.raw, value: field.value, boxes: field.boxes.map(moved))
    }
  }

  func noteUnscored(_ field: String) { unscored.insert(field) }
}
