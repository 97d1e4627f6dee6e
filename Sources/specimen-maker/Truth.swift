package import Cases
import Foundation

/// What stands beside each specimen: everything that is printed, where it is, and in normal form.
package struct Truth: Encodable {
  var kind: String
  var form: String?
  var world: String
  /// Normal form of each field.
  package var fields: [String: String]
  /// The text as printed.
  var raw: [String: String]
  /// Each document's corners, by kind.
  package var corners: [String: Polygon]
  /// One polygon for each printed line, by field.
  package var boxes: [String: [Polygon]]
  /// Width and height of the first page: pixels of a picture, points of a PDF page.
  package var size: [Double]
  /// Fields that are printed where no reader can be expected to read them.
  var unscored: [String]
  /// Quarter turns of the documents in a photograph, in degrees clockwise.
  var turned: Int?
  /// How many fingers lie on the documents of a photograph, none of them on a printed line.
  var fingers: Int?
  /// The page of each document, from 1, where there are several.
  var pages: [String: Int]?

  init(
    _ kind: SpecimenKind, form: FormKind? = nil, world: World, sheets: [Sheet],
    width: Double, height: Double
  ) {
    self.kind = kind.rawValue
    self.form = form?.rawValue
    self.world = world.rawValue
    let printed = sheets.reduce(into: [:]) { all, sheet in
      all.merge(sheet.fields) { first, _ in first }
    }
    fields = printed.mapValues(\.value)
    raw = printed.mapValues(\.raw)
    boxes = printed.mapValues(\.boxes)
    corners = sheets.reduce(into: [:]) { all, sheet in
      all.merge(sheet.corners) { first, _ in first }
    }
    size = [width, height].map { ($0 * 10).rounded() / 10 }
    turned = sheets.lazy.compactMap(\.turned).first
    fingers = sheets.map(\.fingers).reduce(0, +)
    if fingers == 0 { fingers = nil }
    unscored = sheets.flatMap { $0.unscored.sorted() }
    if sheets.count > 1 {
      pages = sheets.enumerated().reduce(into: [:]) { all, sheet in
        for kind in sheet.element.corners.keys { all[kind] = sheet.offset + 1 }
      }
    }
  }

  /// The same in other units: a picture's pixels as points of the PDF page around it.
  func scaled(_ factor: Double) -> Truth {
    func scaled(_ polygon: Polygon) -> Polygon {
      Polygon(polygon.corners.map { Point($0.x * factor, $0.y * factor) })
    }
    var copy = self
    copy.corners = corners.mapValues(scaled)
    copy.boxes = boxes.mapValues { $0.map(scaled) }
    copy.size = size.map { ($0 * factor * 10).rounded() / 10 }
    return copy
  }

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
