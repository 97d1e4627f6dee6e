import Cases
import FormFilling
import Foundation
import Testing

struct FormFillingTests {
  private let form = FormDefinition(
    id: "f", titleZh: "表", titleEn: "Form",
    entries: [
      .init(
        field: "name", labelZh: "姓名", labelEn: "Name",
        from: ["resident_id_front.name", "application_form.applicant_name"])
    ])

  private func entry(_ onCard: Field?, _ onForm: Field?, form id: String = "f") -> FormEntry? {
    var documents: [DocumentReading] = []
    if let onCard { documents.append(document("resident_id_front", ["name": onCard])) }
    if let onForm {
      documents.append(document("application_form", form: id, ["applicant_name": onForm]))
    }
    return fill(form, from: documents).entry("name")
  }

  @Test func preferredSourceAmongEquals() {
    let entry = entry(read("张三", .accepted), read("张王三", .accepted, .textLayer))
    #expect(entry?.value == "张三")
    #expect(entry?.from == "resident_id_front.name")
    #expect(entry?.source == .ocr)
  }

  @Test func betterStateBeforePreferredSource() {
    let entry = entry(read("张王", .review), read("张三", .accepted, .textLayer))
    #expect(entry?.value == "张三")
    #expect(entry?.state == .accepted)
    #expect(entry?.from == "application_form.applicant_name")
  }

  @Test func uncertainBeforeMissing() {
    let entry = entry(.missing(page: 1, source: .ocr), read("张三", .review))
    #expect(entry?.value == "张三")
    #expect(entry?.state == .review)
  }

  @Test func withheldIsNotShown() {
    let entry = entry(read("张三", .withheld), nil)
    #expect(entry?.state == .withheld)
    #expect(entry?.value == nil)
  }

  @Test func nothingFound() {
    let entry = entry(nil, nil)
    #expect(entry?.state == .missing)
    #expect(entry?.from == nil)
    #expect(entry?.labelZh == "姓名")
  }

  @Test func anotherFormIsNoSource() {
    #expect(entry(nil, read("张三", .accepted), form: "other")?.state == .missing)
  }

  @Test(arguments: [
    (
      "from: [resident_id_front.name", "from: [resident_id_front.nme",
      "no field 'resident_id_front.nme'"
    ),
    ("application_form.sex", "application_form.gender", "no field 'application_form.gender'"),
    ("resident_id_front.sex", "name", "no field 'name'"), ("name: sex", "name: id_number", "twice"),
    ("title_zh:", "titel_zh:", "'title_zh' is missing"),
    ("from: [resident", "from: resident", "wrong type"),
  ])
  func faultIsNamed(_ old: String, _ new: String, _ words: String) throws {
    let name = "medical_institution_change.yaml"
    let text = try String(
      contentsOf: Models.folder.appending(path: "forms/\(name)"), encoding: .utf8)
    try #require(text.contains(old))
    let folder = FileManager.default.temporaryDirectory.appending(path: "kanhe-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.replacing(old, with: new)
      .write(to: folder.appending(path: name), atomically: true, encoding: .utf8)

    let problem = #expect(throws: Problem.self) {
      try FormLibrary.load(from: folder, kinds: Models.kinds)
    }
    #expect(problem?.code == "bad_model")
    #expect(problem?.en.contains(words) == true, "\(problem?.en ?? "")")
  }

  @Test func shippedFormsAreSound() throws {
    let forms = try Models.forms().forms
    #expect(
      forms["general_application"]?.entries.first?.from == ["application_form.serial"],
      "a form that names no sources is its own")
    #expect(forms["clean_heating_subsidy"]?.entries.map(\.field).contains("heated_area") == true)
  }
}
