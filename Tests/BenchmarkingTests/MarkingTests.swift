import Benchmarking
import Cases
import Recognition
import Testing

@Suite struct MarkingTests {
  private let known = KnownCharacters(Set("叶喆王女".unicodeScalars))

  private func field(_ value: String, _ state: FieldState) -> Field {
    Field(raw: value, value: value, state: state, probability: 0.9, source: .ocr, page: 1)
  }

  private func marking(_ documents: [(kind: String, fields: [String: Field])]) -> Marking {
    let specimen = Specimen(
      path: "a.jpg", kind: "resident_id_front", world: "phone",
      expected: ["name": Expectation("邝叶"), "sex": Expectation("女")])
    let reading = FileReading(
      file: "a.jpg",
      documents: documents.map {
        DocumentReading(kind: $0.kind, kindProbability: 1, page: 1, fields: $0.fields)
      })
    return Marking(reading, of: specimen, known: known)
  }

  @Test func fieldsAreComparedWithTheirTruth() {
    let marking = marking([
      ("resident_id_front", ["name": field("郑叶", .accepted), "sex": field("女", .review)])
    ])
    let tally = Tally(marking.fields)
    #expect(marking.isKindRight)
    #expect((tally.fields, tally.exact, tally.accepted, tally.silentErrors) == (2, 1, 1, 1))
    #expect((tally.rare, tally.rareExact, tally.rareSilentErrors) == (1, 0, 1))
    #expect((tally.edits, tally.characters) == (1, 3))
  }

  @Test func whatWasNotReadIsMissing() {
    let marking = marking([])
    let tally = Tally(marking.fields)
    #expect(!marking.isKindRight)
    #expect((tally.fields, tally.missing, tally.accepted, tally.edits) == (2, 2, 0, 3))
  }

  @Test func acceptedFieldsOfADocumentThatIsNotThereAreStrays() {
    let marking = marking([
      ("resident_id_front", ["name": field("邝叶", .accepted)]),
      ("passport", ["name": field("邝叶", .accepted), "sex": field("女", .review)]),
    ])
    #expect(marking.strays == 1)
    #expect(!marking.isKindRight)
  }

  @Test func ofSeveralClaimsAnAcceptedWrongOneCounts() {
    let marking = marking([
      ("resident_id_front", ["name": field("邝叶", .accepted)]),
      ("resident_id_front", ["name": field("王叶", .accepted), "sex": field("女", .accepted)]),
    ])
    let tally = Tally(marking.fields)
    #expect((tally.exact, tally.accepted, tally.silentErrors) == (1, 2, 1))
  }
}
