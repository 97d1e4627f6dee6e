import Cases
import Deciding
import FormFilling
import Foundation
import Testing

struct LibraryTests {
  /// A folder with one matter, changed in one place.
  private func load(
    _ old: String, _ new: String, in name: String = "medical_institution_change.yaml"
  ) throws -> MatterLibrary {
    let text = try String(
      contentsOf: Models.folder.appending(path: "matters/\(name)"), encoding: .utf8)
    try #require(text.contains(old))
    let folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.replacing(old, with: new)
      .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    return try MatterLibrary.load(
      from: folder, forms: Models.forms().fieldNames, kinds: Models.kinds)
  }

  @Test func shippedMattersAreSound() throws {
    let library = try Models.matters()
    #expect(
      library.matters.keys.sorted() == [
        "clean_heating_subsidy", "medical_institution_change", "public_place_health_licence",
      ])
  }

  @Test func unknownMatterNamesTheKnownOnes() throws {
    let problem = #expect(throws: Problem.self) { try Models.matter("marriage") }
    #expect(problem?.code == "unknown_matter")
    #expect(problem?.remedyEn.contains("clean_heating_subsidy") == true)
  }

  @Test(arguments: [
    ("confirms: true", "confirm: true", "unknown key"),
    ("comparator: same_name", "comparator: sounds_like", "not known"),
    ("expected: 退休", "confirms: true", "'expected' belongs to 'equals'"),
    ("[name, id_number]", "[name, id_numbr]", "resident_id_front has no field 'id_numbr'"),
    ("kind: resident_id_back", "kind: passprt", "no kind of document 'passprt'"),
    ("    - retired\n", "    - retird\n", "no check 'retird'"),
    ("form: medical_institution_change", "form: medical", "no form 'medical'"),
    ("holder: applicant_name", "holder: applicant", "no field 'applicant'"),
    ("value: application_form.id_number", "value: application_form", "is no kind.field"),
    ("test: valid_on_submission", "test: valid_on_submission\n      constant: x", "do not fit"),
    ("    by: {id_number: resident_id_front.id_number}\n", "", "'by' must say"),
    ("第{sequence}号", "号", "lacks {sequence}"),
    ("value: resident_id_front.name", "value: resident_id_front.id_number", "is its own key"),
    ("materials:", "materials: [", "line"),
    ("required: true", "required: maybe", "materials"),
  ])
  func faultIsNamed(_ old: String, _ new: String, _ words: String) throws {
    let problem = #expect(throws: Problem.self) { try load(old, new) }
    #expect(problem?.code == "bad_model")
    #expect(problem?.exit == .configuration)
    #expect(problem?.en.contains("medical_institution_change.yaml") == true)
    #expect(problem?.en.contains(words) == true, "\(problem?.en ?? "")")
  }

  @Test(arguments: [
    ("云卫公不许〔{year}〕第{sequence}号", "云卫公许〔{year}〕第{sequence}号", "that of two papers"),
    ("云卫公容〔{year}〕", "云卫公容", "deferral.notice.number lacks {year}"),
    ("days: 20", "days: 0", "deferral.days"),
    (
      "    - kind: resident_id_front\n      requirement", "    - kind: passport\n      requirement",
      "no required material"
    ),
    (
      "    - kind: resident_id_front\n      requirement",
      "    - kind: application_form\n      requirement", "cannot follow"
    ),
    (
      "  days: 20",
      "  promise: {value: application_form.x, test: \"==\", constant: a, reason_zh: b, reason_en: c}\n  days: 20",
      "has no field 'x'"
    ),
  ])
  func faultInPapersIsNamed(_ old: String, _ new: String, _ words: String) throws {
    let problem = #expect(throws: Problem.self) {
      try load(old, new, in: "public_place_health_licence.yaml")
    }
    #expect(problem?.en.contains(words) == true, "\(problem?.en ?? "")")
  }

  @Test func folderThatIsNotThere() {
    let problem = #expect(throws: Problem.self) {
      try MatterLibrary.load(from: URL(filePath: "/nowhere"), forms: [:])
    }
    #expect(problem?.code == "models_not_found")
  }
}
