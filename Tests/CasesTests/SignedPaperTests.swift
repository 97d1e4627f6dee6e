import Cases
import Foundation
import Testing

/// The values of a file whose signatures do not hold.
@Suite struct SignedPaperTests {
  private func reading(_ unaltered: Verdict.Unaltered?) -> FileReading {
    func field(_ state: FieldState) -> Field {
      Field(raw: "a", value: "a", state: state, probability: 0.99, source: .textLayer, page: 1)
    }
    let fields = [
      "a": field(.accepted), "b": field(.review), "c": field(.missing), "d": field(.withheld),
    ]
    var reading = FileReading(
      file: "a.pdf",
      documents: [
        DocumentReading(
          kind: "passport", kindProbability: 1, page: 1, fields: fields,
          mrz: ["a": field(.accepted)])
      ])
    reading.verification = unaltered.map {
      Verdict(unaltered: .init($0), sealedBy: .init(.unknown), inForce: .init(.notChecked))
    }
    return reading
  }

  @Test(arguments: [nil, Verdict.Unaltered.yes]) func areAsTheyWereRead(
    _ unaltered: Verdict.Unaltered?
  ) {
    var doubted = reading(unaltered)
    doubted.doubtWhereSignaturesFail()
    #expect(doubted == reading(unaltered) && doubted.signaturesHold)
  }

  @Test(arguments: [Verdict.Unaltered.no, .notChecked]) func areInReview(
    _ unaltered: Verdict.Unaltered
  ) throws {
    var doubted = reading(unaltered)
    doubted.doubtWhereSignaturesFail()
    let document = try #require(doubted.documents.first)
    #expect(!doubted.signaturesHold)
    #expect(document.fields["a"]?.state == .review && document.mrz?["a"]?.state == .review)
    #expect(document.fields["a"]?.check("signature")?.result == .warning)
    #expect(document.fields["a"]?.value == "a" && document.fields["a"]?.probability == 0.99)
    for (name, state) in [("b", FieldState.review), ("c", .missing), ("d", .withheld)] {
      #expect(document.fields[name]?.state == state)
    }
  }

  @Test func theVerdictIsPartOfTheReading() throws {
    let reading = reading(.no)
    let json = try JSONEncoder().encode(reading)
    #expect(try JSONDecoder().decode(FileReading.self, from: json) == reading)
    let text = try #require(JSONSerialization.jsonObject(with: json) as? [String: Any])
    let verdict = try #require(text["verification"] as? [String: Any])
    #expect(verdict["verdict"] as? String == "not_genuine")
    let plain = try JSONEncoder().encode(self.reading(nil))
    #expect(!String(decoding: plain, as: UTF8.self).contains("verification"))
  }
}
