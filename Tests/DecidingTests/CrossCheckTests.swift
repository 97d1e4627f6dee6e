import Cases
import CrossChecking
import Testing

struct CrossCheckTests {
  private let nameRule = CheckRule(
    id: "name", titleZh: "姓名与名册", titleEn: "Name and register", value: "resident_id_front.name",
    with: "reference:retirees.name", by: ["id_number": "resident_id_front.id_number"],
    comparator: .sameName, confirms: true)
  private let statusRule = CheckRule(
    id: "status", titleZh: "状态", titleEn: "Status", value: "resident_id_front.id_number",
    with: "reference:retirees.status", by: ["id_number": "resident_id_front.id_number"],
    comparator: .equals, expected: "退休")
  private let formRule = CheckRule(
    id: "form", titleZh: "申请表姓名", titleEn: "Name on the form",
    value: "application_form.applicant_name", with: "resident_id_front.name", comparator: .sameName)

  private func outcome(_ rule: CheckRule, _ documents: [DocumentReading], _ rows: Rows)
    throws -> Finding.Outcome?
  {
    try crossCheck(documents, by: [rule], reference: rows).first?.outcome
  }

  @Test func recordThatAgrees() throws {
    #expect(try outcome(nameRule, [Retiree.front()], Retiree.register()) == .agrees)
    #expect(try outcome(statusRule, [Retiree.front()], Retiree.register()) == .agrees)
    #expect(
      try outcome(formRule, [Retiree.front(), Retiree.form()], Retiree.register()) == .agrees)
  }

  @Test func recordThatDiffersSaysWhereAndNotWhat() throws {
    let finding = try #require(
      crossCheck([Retiree.front()], by: [nameRule], reference: Retiree.register(name: "张桂香")).first)

    #expect(finding.outcome == .differs)
    #expect(finding.zh == "姓名与名册：不一致，从第3个字符起不同。")
    #expect(!finding.en.contains("张") && !finding.zh.contains("兰"))
  }

  @Test func statusThatIsNotExpectedIsNamed() throws {
    let finding = try #require(
      crossCheck([Retiree.front()], by: [statusRule], reference: Retiree.register(status: "在职"))
        .first)

    #expect(finding.outcome == .differs)
    #expect(finding.zh == "状态：记录为「在职」，应为「退休」。")
  }

  @Test func nobodyOfThatNumber() throws {
    let stranger = Retiree.front(number: "110108195203120036")
    #expect(try outcome(nameRule, [stranger], Retiree.register()) == .notFound)
  }

  @Test func uncertainKeyFindsNobody() throws {
    var front = Retiree.front()
    front.fields["id_number"]?.state = .review
    #expect(try outcome(nameRule, [front], Retiree.register()) == .notChecked)
  }

  @Test func whatCannotBeReadNeverAgrees() throws {
    var front = Retiree.front()
    front.fields["name"] = .missing(page: 1, source: .ocr)
    #expect(try outcome(nameRule, [front], Retiree.register()) == .notChecked)
    #expect(try outcome(formRule, [front, Retiree.form()], Retiree.register()) == .notChecked)
    #expect(try outcome(nameRule, [], Retiree.register()) == .notChecked)
  }

  @Test func referenceThatWasNotImportedIsNotChecked() throws {
    let finding = try #require(
      crossCheck([Retiree.front()], by: [nameRule], reference: Rows(tables: [:])).first)
    #expect(finding.outcome == .notChecked)
    #expect(finding.en.contains("kanhe reference import retirees"))
  }

  @Test func emptyCellIsNotChecked() throws {
    #expect(try outcome(nameRule, [Retiree.front()], Retiree.register(name: "")) == .notChecked)
  }

  /// The first row must not hide what the second one says.
  @Test func allRecordsOfOneKeyMustAgree() throws {
    let paid = Rows(tables: [
      "retirees": ["退休", "在职"].map { ["id_number": Retiree.number, "status": $0] }
    ])
    #expect(try outcome(statusRule, [Retiree.front()], paid) == .differs)
  }

  @Test func paperHandedInTwiceIsUsedWhereItCanBeRead() throws {
    var blurred = Retiree.front()
    blurred.fields["name"] = .missing(page: 1, source: .ocr)
    #expect(try outcome(nameRule, [blurred, Retiree.front()], Retiree.register()) == .agrees)
  }
}
