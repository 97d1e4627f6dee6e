/// Whether something happens when a PDF is opened. Many honest files go to their first page (12.6.4.2): that is no action here.
struct PDFOpenActions: Sendable, Equatable {
  private struct Place: Equatable {
    let source: Int
    let offset: Int
  }

  private var sources: [[UInt8]] = []
  private var objects: [Int: Place] = [:]
  private var values: [Place] = []

  /// An action that takes longer to say what it is, is not a jump to a page.
  private static let longestAction = 512
  private static let most = 100

  var count: Int { sources.count }

  mutating func add(_ bytes: [UInt8]) -> Int {
    sources.append(bytes)
    return sources.count - 1
  }

  mutating func note(_ number: Int, _ source: Int, at offset: Int) {
    objects[number] = Place(source: source, offset: offset)
  }

  /// `/OpenAction` stands before that place.
  mutating func noteAction(_ source: Int, at offset: Int) {
    if values.count < Self.most { values.append(Place(source: source, offset: offset)) }
  }

  var hasAction: Bool { values.contains { !goesToPage($0, references: 4) } }

  private func goesToPage(_ place: Place, references: Int) -> Bool {
    guard sources.indices.contains(place.source) else { return false }
    let bytes = sources[place.source]
    guard bytes.indices.contains(place.offset) else { return false }
    let end = min(bytes.count, place.offset + Self.longestAction)
    var syntax = PDFLooseSyntax(Array(bytes[place.offset..<end]), at: 0)
    guard let value = try? syntax.value() else { return false }
    switch value {
    case .array, .null: return true
    case .dictionary(let action): return action["S"] == .name("GoTo") && action["Next"] == nil
    case .reference(let number):
      guard references > 0, let target = objects[number] else { return false }
      return goesToPage(target, references: references - 1)
    default: return false
    }
  }
}
