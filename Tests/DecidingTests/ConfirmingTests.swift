import Cases
import CrossChecking
import Deciding
import FormFilling
import Testing

struct ConfirmingTests {
  private let rules: [CheckRule]

  init() throws { rules = try Models.matter("medical_institution_change").checks }

  private func check(_ documents: [DocumentReading], _ rows: Rows) throws -> [DocumentReading] {
    confirmed(documents, by: try crossCheck(documents, by: rules, reference: rows), rules)
  }

  @Test func recordFoundByAnAcceptedKeyConfirmsTheName() throws {
    let name = try check([Retiree.front()], Retiree.register()).field("resident_id_front.name")

    #expect(name?.state == .accepted)
    #expect(name?.stateAsRead == .review)
    #expect(
      name?.checks == [CheckResult(id: "agrees", result: .pass, with: "reference:retirees.name")])
  }

  @Test func textLayerConfirmsTheName() throws {
    let documents = try check([Retiree.front(), Retiree.form()], Rows(tables: [:]))
    #expect(documents.field("resident_id_front.name")?.state == .accepted)
  }

  @Test func twoUncertainReadingsConfirmNothing() throws {
    let scanned = Retiree.form(state: .review, source: .ocr)
    let documents = try check([Retiree.front(), scanned], Rows(tables: [:]))

    #expect(documents.field("resident_id_front.name")?.state == .review)
    #expect(documents.field("application_form.applicant_name")?.state == .review)
    #expect(documents.field("application_form.applicant_name")?.checks == [])
  }

  /// The register confirms the card, and the confirmed card the scanned form: in whatever order the rules stand.
  @Test func confirmationIsPassedOn() throws {
    let scanned = Retiree.form(state: .review, source: .ocr)
    let documents = try check([Retiree.front(), scanned], Retiree.register())

    #expect(documents.field("application_form.applicant_name")?.state == .accepted)
    #expect(documents.field("application_form.new_institution")?.state == .review)
  }

  /// The number is uncertain by itself; the form's text layer confirms it, and only then it opens the register.
  @Test func confirmedKeyOpensTheRecord() throws {
    var front = Retiree.front()
    front.fields["id_number"]?.state = .review
    let result = try crossChecked(
      [front, Retiree.form()], by: rules, reference: Retiree.register())

    #expect(result.documents.field("resident_id_front.id_number")?.state == .accepted)
    #expect(result.findings.first { $0.check == "name_in_register" }?.outcome == .agrees)
  }

  @Test func ruleThatDoesNotConfirmChangesNothing() throws {
    var rule = try #require(rules.first { $0.id == "name_in_register" })
    rule.confirms = nil
    let findings = try crossCheck([Retiree.front()], by: [rule], reference: Retiree.register())
    #expect(confirmed([Retiree.front()], by: findings, [rule]) == [Retiree.front()])
  }

  @Test func differenceSendsBothSidesToReviewAndCorrectsNothing() throws {
    let front = Retiree.front(state: .accepted)
    let documents = try check([front, Retiree.form(name: "张桂香")], Rows(tables: [:]))

    let name = documents.field("resident_id_front.name")
    #expect(name?.state == .review)
    #expect(name?.value == "张桂兰")
    #expect(name?.check("agrees")?.result == .fail)
    #expect(documents.field("application_form.applicant_name")?.state == .review)
    #expect(documents.field("application_form.applicant_name")?.value == "张桂香")
  }

  /// What differs in one place is not confirmed by agreeing in another.
  @Test func differenceOutweighsAgreement() throws {
    let documents = try check(
      [Retiree.front(), Retiree.form(name: "张桂香")], Retiree.register())
    #expect(documents.field("resident_id_front.name")?.state == .review)
  }

  @Test func statusOfTheRecordSaysNothingOfTheNumber() throws {
    let documents = try check([Retiree.front()], Retiree.register(status: "在职"))
    #expect(documents.field("resident_id_front.id_number")?.state == .accepted)
  }

  @Test func checkingAgainStartsFromWhatWasRead() throws {
    // Given a case in which the form's typing error has put the card's name in doubt
    let once = try check([Retiree.front(), Retiree.form(name: "张桂香")], Retiree.register())
    // When an officer sets the form right and it is checked again
    let record = CaseRecord(
      id: "1", matter: nil, state: .review, openedAt: "",
      materials: [FileReading(file: "a", documents: once)])
    let corrected = try CaseDesk(officer: "王敏")
      .confirm("application_form.applicant_name", is: "张桂兰", in: record, at: moment)
    let twice = try check(corrected.documents, Retiree.register())
    // Then nothing of the first check is left
    let name = twice.field("resident_id_front.name")
    #expect(name?.state == .accepted)
    #expect(name?.checks.map(\.result) == [.pass])
    // And checking once more changes nothing
    #expect(try check(twice, Retiree.register()) == twice)
  }

  @Test func confirmationEndsWithItsReason() throws {
    let once = try check([Retiree.front()], Retiree.register())
    let twice = try check(once, Rows(tables: ["retirees": []]))
    #expect(twice == [Retiree.front()])
  }

  @Test func whatAPersonSaidStaysAccepted() throws {
    var front = Retiree.front()
    front.fields["name"] = read("张桂香", .accepted, .person)
    let name = try check([front], Retiree.register()).field("resident_id_front.name")
    #expect(name?.state == .accepted)
    #expect(name?.check("agrees")?.result == .fail)
  }

  /// An agreement that Extraction found inside one document is not cross-checking's to take away.
  @Test func checksOfReadingAreKept() throws {
    var front = Retiree.front()
    front.fields["id_number"]?.checks = [
      CheckResult(id: "gb11643", result: .pass),
      CheckResult(id: "agrees", result: .pass, with: "birth_date"),
    ]
    let number = try check([front], Retiree.register()).field("resident_id_front.id_number")
    #expect(number?.checks.count == 2)
  }
}
