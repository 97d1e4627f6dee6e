import Cases

/// Finds documents in a photograph: four straight borders of a paper that lies on something else, seen at an angle,
/// perhaps in shadow, perhaps with fingers on it.
struct PhotographSearch {
  /// Longest side of the picture that is searched, in pixels.
  private static let side = 640.0
  /// Pixels; on a narrower picture there is no room for a border and what lies around it.
  private static let narrowest = 64
  /// Lines that votes are counted for, from the picture and from one half as large, in which faint borders stand out
  /// of the grain.
  private static let mostPeaks = (fine: 180, coarse: 120)
  /// Lines that are put together, and those of them of nearly the same direction.
  private static let mostLines = 90
  private static let mostOfOneDirection = 30
  private static let oneDirection = 0.26
  /// Outlines that are looked at closely.
  private static let mostOutlines = 80

  private let field: ColourField
  /// Pixels of the searched picture for one of the page.
  private let scale: Double

  init(_ page: PixImage) throws(Problem) {
    scale = min(1, Self.side / Double(max(page.width, page.height)))
    let small = try page.scaled(
      width: Int(Double(page.width) * scale), height: Int(Double(page.height) * scale))
    field = ColourField(try small.pageImage())
  }

  /// At most that many ways to see the photograph, the likeliest first: outlines in pixels of the page that do not
  /// overlap.
  func arrangements(most: Int) -> [[Quadrilateral]] {
    let toPage = Projection.scaling(1 / scale, 1 / scale)
    return Arrangements(candidates(), width: field.width, height: field.height).likeliest(most)
      .map { $0.map { $0.quad.mapped(toPage) } }
  }

  /// Outlines that may be those of documents, best first.
  private func candidates() -> [PaperOutline] {
    guard min(field.width, field.height) >= Self.narrowest else { return [] }
    let edges = EdgeField(field)
    let sides = lines(edges)
    let judge = OutlineJudge(field: field, edges: edges)
    return SideCombinations(lines: sides, width: field.width, height: field.height)
      .best(most: Self.mostOutlines).compactMap(judge.judged).sorted { $0.score > $1.score }
  }

  /// Lines that may be borders of papers, the picture's own rim among them.
  private func lines(_ edges: EdgeField) -> [SideLine] {
    let found =
      lines(voted: edges, most: Self.mostPeaks.fine)
      + lines(voted: EdgeField(field.halved()), most: Self.mostPeaks.coarse)
    var kept: [SideLine] = []
    for line in found.sorted(by: { $0.strength > $1.strength }).map(\.line) {
      guard kept.count < Self.mostLines, !kept.contains(where: line.isSame),
        kept.count(where: { $0.sine(line) < Self.oneDirection }) < Self.mostOfOneDirection
      else { continue }
      kept.append(line)
    }
    return kept + rim
  }

  private func lines(voted edges: EdgeField, most: Int) -> [(line: SideLine, strength: Float)] {
    LineVotes(edges).peaks(most: most, ofOneDirection: most / 5).compactMap { peak in
      SideLine(peak, in: edges, on: field).map { ($0, $0.strength) }
    }
  }

  private var rim: [SideLine] {
    let (right, bottom) = (Double(field.width - 1), Double(field.height - 1))
    let corners = [Point(0, 0), Point(right, 0), Point(right, bottom), Point(0, bottom)]
    return (0..<4).map { SideLine(rimFrom: corners[$0], to: corners[($0 + 1) % 4]) }
  }
}
