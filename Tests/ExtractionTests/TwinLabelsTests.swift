import Cases
import Testing

@testable import Extraction

/// The places of a passport are on one list; their labels alone tell which is which.
struct TwinLabelsTests {
  private func states(_ labels: [(field: String, top: Double)]) throws -> [FieldState?] {
    let models = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let passport = try #require(models.kinds.first { $0.id == "passport" })
    let found = labels.map { label in
      Extraction.Label(
        field: label.field, box: Box(left: 100, top: label.top, right: 180, bottom: label.top + 20),
        glyphs: [], cost: 0)
    }
    let names = ["birth_place", "issue_place", "issuing_authority"]
    let fields = names.map { name in
      let field = Field(
        raw: "四川", value: "四川", state: .accepted, probability: 0.99, source: .ocr, page: 1,
        polygon: Polygon([]))
      return (name, field)
    }
    let applied = TwinLabels(
      values: ValueFinder(labels: found, pieces: [], width: 1000, height: 600)
    ).applied(to: Dictionary(uniqueKeysWithValues: fields), passport.fields)
    return names.map { applied[$0]?.state }
  }

  @Test func placesAreBelievedWhereBothLabelsWereFound() throws {
    let all: [FieldState?] = [.accepted, .accepted, .accepted]
    #expect(try states([("birth_place", 100), ("issue_place", 200)]) == all)
  }

  @Test func aLabelThatIsMissingOrInTheOthersPlaceLeavesBothToAPerson() throws {
    let places: [FieldState?] = [.review, .review, .accepted]
    #expect(try states([("issue_place", 100)]) == places)
    #expect(try states([("birth_place", 200), ("issue_place", 100)]) == places)
  }
}
