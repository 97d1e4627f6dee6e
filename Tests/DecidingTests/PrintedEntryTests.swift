import Cases
import CrossChecking
import Deciding
import FormFilling
import Testing

/// A sealed paper says nothing that was not accepted.
struct PrintedEntryTests {
  private static let printed = PrintedEntries(
    required: ["company_name", "premises_address"], optional: ["phone"])

  /// Everything that the matter asks for holds; only what is printed beside it is open.
  private func decided(
    _ more: [String: Field], _ papers: [DocumentReading] = Licence.complete,
    promise: Condition? = nil
  ) throws -> Decision {
    var matter = try Models.matter("public_place_health_licence")
    matter.deferral?.promise = promise
    var papers = papers
    for index in papers.indices where papers[index].form != nil {
      papers[index].fields.merge(more) { $1 }
    }
    let (documents, findings) = try crossChecked(
      papers, by: matter.checks, reference: Licence.register())
    return decide(
      matter, on: documents.map { file($0) },
      form: fill(try Models.forms().form(matter.form), from: documents), findings: findings,
      printing: Self.printed, submitted: submission, at: moment)
  }

  private static let address = read("云溪区学府路36号", .accepted)

  @Test func whatIsSureIsApproved() throws {
    #expect(try decided(["premises_address": Self.address]).outcome == .approved)
    let phone = read("13800000000", .accepted)
    #expect(
      try decided(["premises_address": Self.address, "phone": phone]).outcome == .approved)
  }

  @Test(arguments: [
    ["premises_address": read("云溪区学府路36号", .review)], [:],
    ["premises_address": address, "phone": read("13800000000", .review)],
    ["premises_address": address, "phone": read("13800000000", .withheld)],
  ])
  func whatIsNotGoesToAPerson(_ fields: [String: Field]) throws {
    let decision = try decided(fields)
    #expect(decision.outcome == .review)
    #expect(decision.reasons.map(\.code) == ["field_unreadable"])
  }

  /// Nobody has to look at what is printed nowhere.
  @Test func whatIsNotPrintedMayBeOpen() throws {
    let date = read("2026-03-01", .review)
    let decision = try decided(["premises_address": Self.address, "apply_date": date])
    #expect(decision.outcome == .approved)
  }

  @Test func whatMayFollowDoesNotHoldUpANotice() throws {
    let promise = Condition(
      value: "application_form.business_item", test: .equal, constant: "公共浴室", reasonZh: "未承诺",
      reasonEn: "not promised")
    #expect(try decided([:], Licence.incomplete, promise: promise).outcome == .deferred)
    let open = ["premises_address": read("云溪区学府路36号", .review)]
    #expect(try decided(open, Licence.incomplete, promise: promise).outcome == .review)
  }
}
