import Cases
import Extraction
import Foundation

/// A page as a reader saw it, kept in `Golden/<name>.lines.json`, and the fields that come of it, in
/// `Golden/<name>.fields.txt`. `UPDATE_GOLDEN=1` writes the latter anew.
struct GoldenPage: Codable {
  var width: Double
  var height: Double
  var source: FieldSource
  var lines: [TextLine]

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  static func named(_ name: String) throws -> GoldenPage {
    let file = folder.appending(path: "\(name).lines.json")
    return try JSONDecoder().decode(GoldenPage.self, from: Data(contentsOf: file))
  }

  private static let kinds = Result { try DocumentKinds.load(from: root.appending(path: "Models")) }

  static func extractor() throws -> Extractor { Extractor(kinds: try kinds.get()) }

  func documents(kind: String? = nil, reader: (any LineReader)? = nil) throws
    -> [DocumentReading]
  {
    try GoldenPage.extractor().documents(
      in: lines, size: (width, height), page: 1, source: source, toPage: .identity,
      polygon: Polygon(Box(left: 0, top: 0, right: width, bottom: height)), kind: kind,
      reader: reader)
  }

  /// What the fields should be, `name: state value`, one per line.
  static func expected(_ name: String, got summary: String) throws -> String {
    let file = folder.appending(path: "\(name).fields.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(summary.utf8).write(to: file)
    }
    return try String(contentsOf: file, encoding: .utf8)
  }
}

extension DocumentReading {
  /// One line per field, sorted by name: what a golden file holds.
  var summary: String {
    let lines = fields.sorted { $0.key < $1.key }.map { name, field in
      let checks = field.checks.map { "\($0.id)=\($0.result.rawValue)" }.joined(separator: ",")
      return "\(name): \(field.state.rawValue) \(field.value ?? "-") \(checks)"
    }
    return ([form.map { "\(kind) \($0)" } ?? kind] + lines).joined(separator: "\n") + "\n"
  }
}

extension LineReader {
  /// Most tests are not about characters.
  func readCharacters(_ box: Box) throws -> CharacterReading? { nil }
  func readCharacters(of line: TextLine) throws -> CharacterReading? { nil }
  func knows(_ character: Character) -> Bool { true }
}

/// Sees at every second look what was seen at the first.
struct SamePrint: LineReader {
  let lines: [TextLine]

  func read(_ box: Box, hint: LineHint) throws -> TextLine? {
    let glyphs = lines.flatMap(\.glyphs).filter { glyph in
      let middle = glyph.box.middle
      return middle.x >= box.left && middle.x <= box.right && middle.y >= box.top
        && middle.y <= box.bottom
    }
    return glyphs.isEmpty
      ? nil : TextLine(glyphs: glyphs.sorted { $0.box.left < $1.box.left })
  }
}
