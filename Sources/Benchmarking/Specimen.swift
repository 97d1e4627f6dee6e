package import Foundation

/// A picture or PDF with its truth.
package struct Specimen: Sendable, Equatable {
  /// A copier page with both sides of an ID card.
  package static let pair = "resident_id_pair"

  package let path: String
  /// As in `Models/documents/`, or `resident_id_pair`.
  package let kind: String
  /// How the paper became a picture: `flatbed`, `copier`, `phone`, ...; `any` where nothing says so.
  package let world: String
  /// Field name to what must be read.
  package let expected: [String: Expectation]

  package init(path: String, kind: String, world: String, expected: [String: Expectation]) {
    (self.path, self.kind, self.world, self.expected) = (path, kind, world, expected)
  }

  /// The kinds of the documents on the page.
  package var documentKinds: Set<String> {
    kind == Self.pair ? ["resident_id_front", "resident_id_back"] : [kind]
  }

  /// Reads a truth file: `{"kind": ..., "world": ..., "fields": {name: text}, "raw": {name: text}, "unscored":
  /// [name]}`; `fields` as printed, or in normal form with what is printed in `raw`. Nil for JSON that is no truth.
  package init?(truth: Data, path: String) {
    guard let file = try? JSONDecoder().decode(TruthFile.self, from: truth) else { return nil }
    let kind = TruthNames.kind(file.kind)
    var expected: [String: Expectation] = [:]
    for (name, text) in file.fields where !file.isUnscored(name) {
      guard let text else { continue }
      switch TruthNames.meaning(of: name, in: kind) {
      case .field(let field):
        let printed = Expectation(text, isBilingual: kind == "passport")
        expected[field] = Expectation(
          value: printed.value, printed: file.raw?[name] ?? text)
      case .period(let from, let until):
        let ends = PrintedDate.period(text)
        expected[from] = ends.from.map { Expectation(value: $0, printed: text) }
        expected[until] = ends.until.map { Expectation(value: $0, printed: text) }
      }
    }
    self.init(
      path: path, kind: kind, world: file.world ?? Self.world(named: path), expected: expected)
  }

  /// Of a file named KIND-WORLD-NUMBER.
  private static func world(named path: String) -> String {
    let stem = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return stem.wholeMatch(of: /.+-([a-z]+)-\d+/).map { String($0.1) } ?? "any"
  }
}

private struct TruthFile: Decodable {
  let kind: String
  let world: String?
  let fields: [String: String?]
  /// As printed, where `fields` are in normal form.
  let raw: [String: String]?
  /// What cannot be read from the page: text inside a seal, a tick.
  let unscored: [String]?

  func isUnscored(_ name: String) -> Bool { unscored?.contains(name) ?? false }
}
