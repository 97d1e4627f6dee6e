import Cases

/// Millimetres in points.
func mm(_ length: Double) -> Double { length * 72 / 25.4 }

/// Something that is drawn at a fixed place of a page; points from its top left.
enum Mark: Sendable {
  case lines(TextLayout, Range<Int>, x: Double, y: Double)
  /// A rule or a line of a table: an artifact, which is never read aloud.
  case bar(Box, red: Bool)
  case symbol(QRSymbol, x: Double, y: Double, module: Double)
  case open(StructureElement)
  case close
}

/// An element of the document's structure (ISO 32000-1, 14.8). One that goes on on the next page is opened there again.
struct StructureElement: Sendable, Equatable {
  enum Role: String, Sendable {
    case heading = "H1"
    case subheading = "H2"
    case paragraph = "P"
    case table = "Table"
    case row = "TR"
    case headerCell = "TH"
    case cell = "TD"
    case figure = "Figure"
    /// Page numbers and repeated table heads: on the page, but no part of what it says (14.8.2.2).
    case artifact = "Artifact"
  }

  /// Whether a header cell speaks for its row or its column.
  enum Scope: String, Sendable { case row = "Row", column = "Column" }

  var number: Int
  var role: Role
  /// What is read aloud for a figure.
  var alternative: String?
  var scope: Scope?
}
