import Cases
import Foundation
import Testing

/// The shape of `kanhe extract --format json` and of `record.json`.
@Suite struct ReadingTests {
  static let field = Field(
    raw: "2015年3月12日", value: "2015-03-12", state: .accepted, probability: 0.99, source: .ocr,
    page: 1, polygon: Polygon([Point(1, 2), Point(3, 2), Point(3, 4), Point(1, 4)]),
    checks: [CheckResult(id: "agrees", result: .pass, with: "id_number")],
    alternatives: [Alternative(value: "2016-03-12", probability: 0.01)])

  private func json(_ value: some Encodable) throws -> [String: Any] {
    let data = try JSONEncoder().encode(value)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func aFieldHasTheKeysOfTheContract() throws {
    let json = try json(Self.field)
    #expect(
      Set(json.keys) == [
        "raw", "value", "state", "probability", "source", "page", "polygon", "checks",
        "alternatives",
      ])
    #expect(json["raw"] as? String == "2015年3月12日" && json["value"] as? String == "2015-03-12")
    #expect(json["state"] as? String == "accepted" && json["source"] as? String == "ocr")
    #expect(json["polygon"] as? [[Double]] == [[1, 2], [3, 2], [3, 4], [1, 4]])
    #expect(
      json["checks"] as? [[String: String]]
        == [["id": "agrees", "result": "pass", "with": "id_number"]])
  }

  @Test func aMissingFieldHasNoValue() throws {
    let json = try json(Field.missing(page: 2, source: .textLayer))
    #expect(json["state"] as? String == "missing" && json["source"] as? String == "text_layer")
    #expect(json["value"] == nil && json["raw"] == nil && json["page"] as? Int == 2)
  }

  @Test func aFileHasTheKeysOfTheContract() throws {
    let reading = FileReading(
      file: "a.jpg", sha256: "00", pages: 1,
      pageSizes: [PageSize(page: 1, width: 640, height: 480, unit: .pixel)],
      documents: [
        DocumentReading(
          kind: "resident_id_front", kindProbability: 0.9, page: 1,
          fields: ["birth_date": Self.field], warnings: [.init(code: .borderCut, score: 0.4)])
      ], engine: EngineDescription(kanhe: "0", tesseract: "5", models: ["chi_sim": "00"]),
      milliseconds: 12)
    let json = try json(reading)
    #expect(
      Set(json.keys) == [
        "file", "sha256", "pages", "page_sizes", "documents", "warnings", "engine", "milliseconds",
      ])
    let document = try #require((json["documents"] as? [[String: Any]])?.first)
    #expect(document["kind_probability"] as? Double == 0.9)
    #expect(
      (document["warnings"] as? [[String: Any]])?.first?["code"] as? String == "border_cut")
    let data = try JSONEncoder().encode(reading)
    #expect(try JSONDecoder().decode(FileReading.self, from: data) == reading)
  }

  @Test(arguments: [
    ("resident_id_front.name", true), ("name", false), (".name", false), ("a.", false),
    ("a.b.c", false), ("reference:a.b", false), ("", false),
  ])
  func aFieldIsNamedByKindAndField(_ text: String, _ isPath: Bool) {
    #expect((FieldPath(text) != nil) == isPath)
    #expect(FieldPath(text).map(\.description) == (isPath ? text : nil))
  }

  @Test func thePaperThatSaysItBestIsUsed() throws {
    func paper(_ state: FieldState, _ source: FieldSource = .ocr) -> DocumentReading {
      var field = Self.field
      (field.state, field.source) = (state, source)
      return DocumentReading(kind: "card", kindProbability: 1, page: 1, fields: ["name": field])
    }
    let path = try #require(FieldPath("card.name"))
    let order: [DocumentReading] = [
      paper(.accepted, .person), paper(.accepted), paper(.review), paper(.withheld),
      paper(.missing),
    ]
    for first in order.indices.dropLast() {
      let papers = Array(order[first...].reversed())
      #expect(papers.bestDocument(for: path) == papers.indices.last)
    }
    #expect([paper(.review), paper(.review)].bestDocument(for: path) == 0)
  }

  @Test func formatIsByContentAlone() {
    #expect(FileFormat([0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(FileFormat([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == .png)
    #expect(FileFormat([0x49, 0x49, 0x2A, 0x00]) == .tiff)
    #expect(FileFormat([0x4D, 0x4D, 0x00, 0x2A]) == .tiff)
    #expect(FileFormat(Array("%PDF-1.7".utf8)) == .pdf)
    #expect(FileFormat(Array(repeating: 0x20, count: 1_000) + Array("%PDF-1.7".utf8)) == .pdf)
    #expect(FileFormat(Array(repeating: 0x20, count: 1_025) + Array("%PDF-1.7".utf8)) == nil)
    #expect(FileFormat([]) == nil && FileFormat(Array("GIF89a".utf8)) == nil)
  }
}
