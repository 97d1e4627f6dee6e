import Cases
import Testing

@testable import Extraction

/// Where a field is looked for whose label alone was found.
struct BlankBoxTests {
  /// The type of a passport ends at 0.47 of the width.
  private func box(labelAt left: Double) throws -> Box? {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let type = try #require(
      models.kinds.first { $0.id == "passport" }?.fields.first { $0.name == "document_type" })
    let label = Extraction.Label(
      field: type.name, box: Box(left: left, top: 170, right: left + 60, bottom: 200), glyphs: [],
      cost: 0)
    return ValueFinder(labels: [label], pieces: [], width: 1750, height: 1230).blankBox(of: type)
  }

  @Test func underTheLabelUpToTheEndOfTheLayout() throws {
    let box = try #require(try box(labelAt: 620))
    #expect(box.right == 0.47 * 1750)
    #expect(box.left < 620 && box.top > 200)
  }

  @Test(arguments: [810.0, 832, 856, 1000, 1700])
  func nowhereWhereTheLayoutEndsBeforeTheLabel(_ left: Double) throws {
    #expect(try box(labelAt: left) == nil)
  }
}
