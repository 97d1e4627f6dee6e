import Cases
import Testing

@testable import Extraction

/// Two fields in one place, and a document that is not even likely: nothing of either is accepted.
struct SharedPrintTests {
  private func box(_ left: Double, _ right: Double, top: Double = 100) -> Box {
    Box(left: left, top: top, right: right, bottom: top + 20)
  }

  private func states(_ owner: Box, _ address: Box) throws -> [FieldState?] {
    let kinds = try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
    let definitions = try #require(kinds.kinds.first { $0.id == "vehicle_licence" }).fields
    var shared = SharedPrint()
    var fields: [String: Field] = [:]
    for (name, box) in [("owner", owner), ("address", address)] {
      let definition = try #require(definitions.first { $0.name == name })
      shared.note(
        FieldReading(lines: [TextLine(print: "房伟上海市", in: box, confidence: 1)]), as: definition)
      fields[name] = Field(
        raw: "房伟", value: "房伟", state: .accepted, probability: 0.99, source: .ocr, page: 1)
    }
    fields = shared.applied(to: fields, definitions)
    return ["owner", "address"].map { fields[$0]?.state }
  }

  @Test func whatTwoFieldsClaimIsNeithers() throws {
    #expect(try states(box(100, 400), box(150, 400)) == [.review, .review])
    #expect(try states(box(100, 200), box(190, 400)) == [.accepted, .accepted])
    #expect(try states(box(100, 400), box(100, 400, top: 130)) == [.accepted, .accepted])
  }
}
