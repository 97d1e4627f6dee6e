import Foundation
import Testing

@testable import Benchmarking

@Suite struct SpecimenTests {
  private func specimen(_ truth: String, path: String = "x.jpg") -> Specimen? {
    Specimen(truth: Data(truth.utf8), path: path)
  }

  @Test func olderNamesAreUnderstood() throws {
    let licence = try #require(
      specimen(
        """
        {"kind": "business_licence", "world": "copier", "unscored": ["registration_office"], "fields":
          {"uscc": "91", "term": "2008年6月15日至长期", "registration_office": "局", "form": null}}
        """))
    #expect(licence.world == "copier")
    #expect(
      licence.expected.mapValues(\.value)
        == ["credit_code": "91", "term_from": "2008-06-15", "term_until": "long_term"])
  }

  @Test func aPageWithBothSidesHasTwoDocuments() throws {
    let pair = try #require(
      specimen(#"{"kind": "id_card_pair", "fields": {"name": "叶", "authority": "局"}}"#))
    #expect(pair.documentKinds == ["resident_id_front", "resident_id_back"])
    #expect(Set(pair.expected.keys) == ["name", "issuing_authority"])
  }

  @Test func theNameOfTheFileTellsTheWorldWhereTheTruthDoesNot() throws {
    let truth = #"{"kind": "passport", "fields": {}}"#
    #expect(specimen(truth, path: "/a/passport-phone-007.jpg")?.world == "phone")
    #expect(specimen(truth, path: "/a/passport.jpg")?.world == "any")
  }

  @Test(arguments: ["", "[1]", "{}", #"{"kind": "x"}"#, #"{"kind": 1, "fields": {}}"#])
  func otherJSONIsNoTruth(json: String) {
    #expect(specimen(json) == nil)
  }

  @Test func aFolderIsSearchedForTruthsWithPictures() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID())")
    let inner = folder.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let truth = Data(#"{"kind": "passport", "fields": {}}"#.utf8)
    for name in ["b.json", "b.webp", "alone.json", "inner/a.pdf.truth.json", "inner/a.pdf"] {
      try truth.write(to: folder.appending(path: name))
    }
    let found = SpecimenFolder.specimens(in: folder)
    #expect(found.map { URL(fileURLWithPath: $0.path).lastPathComponent } == ["b.webp", "a.pdf"])
  }
}
