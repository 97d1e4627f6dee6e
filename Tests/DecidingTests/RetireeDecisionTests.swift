import Cases
import CrossChecking
import Deciding
import Testing

struct RetireeDecisionTests {
  private func decide(
    _ documents: [DocumentReading], _ rows: Rows = Retiree.register(), unusable: Problem? = nil
  ) throws -> Decision {
    try madeDecision("medical_institution_change", documents, rows, unusable: unusable)
  }

  @Test func approvedWithItsGrounds() throws {
    let decision = try decide([Retiree.front(), Retiree.form()])

    #expect(decision.outcome == .approved)
    #expect(decision.decidedBy == "rule")
    #expect(decision.decidedAt == "2026-03-12T02:00:00Z")
    #expect(decision.reasons.map(\.code) == ["all_checks_agree"])
    #expect(
      decision.reasons.first?.zh
        == "全部核对一致：身份证姓名与退休人员名册、退休状态、申请表与身份证的公民身份号码、申请表与身份证的姓名、现定点医疗机构与名册。")
  }

  @Test func approvedWithAnIDCardInForce() throws {
    let decision = try decide([Retiree.front(), Retiree.back(until: "long_term"), Retiree.form()])
    #expect(decision.outcome == .approved)
    #expect(
      decision.reasons.first?.zh.hasSuffix("办理条件均符合：居民身份证（国徽面）的「valid_until」。") == true)
  }

  @Test(arguments: [("2026-03-12", Decision.Outcome.approved), ("2026-03-11", .review)])
  func lastDayOfValidityCounts(_ until: String, _ outcome: Decision.Outcome) throws {
    let decision = try decide([Retiree.front(), Retiree.back(until: until), Retiree.form()])
    #expect(decision.outcome == outcome)
    #expect(codes(decision).contains("condition_not_met") == (outcome == .review))
  }

  @Test func notRetired() throws {
    let decision = try decide([Retiree.front(), Retiree.form()], Retiree.register(status: "在职"))
    #expect(decision.outcome == .review)
    #expect(codes(decision) == ["check_differs"])
  }

  @Test func notInTheRegister() throws {
    let decision = try decide([Retiree.front(), Retiree.form()], Rows(tables: ["retirees": []]))
    #expect(codes(decision) == ["record_not_found"])
  }

  @Test func registerNotImported() throws {
    let decision = try decide([Retiree.front(), Retiree.form()], Rows(tables: [:]))
    #expect(codes(decision) == ["check_not_done"])
  }

  @Test func materialMissing() throws {
    let decision = try decide([Retiree.front()])
    #expect(decision.outcome == .review)
    #expect(decision.reasons.first?.zh == "缺少材料：申请表。")
  }

  @Test func anotherFormIsNoMaterial() throws {
    var form = Retiree.form()
    form.form = "clean_heating_subsidy"
    #expect(codes(try decide([Retiree.front(), form])).contains("material_missing"))
  }

  @Test func unreadableField() throws {
    var form = Retiree.form()
    form.fields["new_institution"]?.state = .review
    let decision = try decide([Retiree.front(), form])

    #expect(codes(decision) == ["field_unreadable"])
    #expect(decision.reasons.first?.zh == "申请表的「变更后定点医疗机构」未能可靠识别，需人工核对。")
  }

  /// A smear over the number: one reason, not every check that could not be made for want of it.
  @Test func misreadNumberIsTheOnlyReason() throws {
    var front = Retiree.front(number: "110108195203128")
    front.fields["id_number"]?.state = .review
    front.fields["id_number"]?.checks = [CheckResult(id: "gb11643", result: .fail)]
    let decision = try decide([front, Retiree.form()])
    #expect(decision.reasons.map(\.zh) == ["居民身份证（人像面）的「id_number」未能可靠识别，需人工核对。"])
  }

  /// Every value of a scanned form needs something to confirm it; the list of institutions confirms the new one.
  @Test func scannedFormIsConfirmedByRegisterAndList() throws {
    let documents = [Retiree.front(), Retiree.form(state: .review, source: .ocr)]
    var rows = Retiree.register()
    #expect(codes(try decide(documents, rows)) == ["field_unreadable"])

    rows.tables["institutions"] = [["name": "云溪区人民医院"]]
    #expect(try decide(documents, rows).outcome == .approved)

    rows.tables["institutions"] = [["name": "云溪区人民医院东院"]]
    #expect(codes(try decide(documents, rows)).contains("record_not_found"))
  }

  @Test func missingFieldIsSaidOnce() throws {
    var front = Retiree.front()
    front.fields["name"] = .missing(page: 1, source: .ocr)
    let decision = try decide([front, Retiree.form()])
    #expect(decision.reasons.count { $0.code == "field_unreadable" } == 1)
  }

  @Test func sameCardTwice() throws {
    let same = [Retiree.front(), Retiree.front(), Retiree.form()]
    #expect(try decide(same).outcome == .approved)

    let other = [Retiree.front(), Retiree.front(name: "张桂香"), Retiree.form()]
    let decision = try decide(other)
    #expect(decision.outcome == .review)
    #expect(codes(decision).contains("documents_contradict"))
  }

  /// A check that confirms nothing agrees, but what it leans on is uncertain: not enough to approve.
  @Test func agreementOfUncertainValuesIsNotEnough() throws {
    var matter = try Models.matter("medical_institution_change")
    for index in matter.checks.indices
    where matter.checks[index].id.hasPrefix("current_institution") {
      matter.checks[index].confirms = nil
    }
    var form = Retiree.form()
    form.fields["current_institution"]?.state = .review
    let decision = try madeDecision(matter, [Retiree.front(), form], Retiree.register())
    #expect(decision.reasons.map(\.zh) == ["申请表的「现定点医疗机构」未能可靠识别，需人工核对。"])
  }

  @Test func resultIsMadeOutToSomebody() throws {
    var matter = try Models.matter("medical_institution_change")
    matter.result.holder = "phone"
    let decision = try madeDecision(
      matter, [Retiree.front(), Retiree.form()], Retiree.register())
    #expect(codes(decision) == ["holder_unknown"])
  }

  @Test func contradictionIsSettledByAPerson() throws {
    let record = CaseRecord(
      id: "1", matter: nil, state: .review, openedAt: "",
      materials: [file(Retiree.front(name: "张桂香")), file(Retiree.front()), file(Retiree.form())])
    let settled = try CaseDesk(officer: "王敏").confirm(
      "resident_id_front.name", is: "张桂兰", in: record, at: moment)
    #expect(try decide(settled.documents).outcome == .approved)
  }

  @Test func fileThatCouldNotBeRead() throws {
    let decision = try decide([Retiree.front(), Retiree.form()], unusable: .encryptedPDF)
    #expect(codes(decision) == ["file_unusable"])
  }

  @Test func nothingHandedIn() throws {
    let decision = try decide([])
    #expect(decision.outcome == .review)
    #expect(codes(decision).contains("material_missing"))
  }
}
