import Cases
import CrossChecking
import Deciding
import FormFilling
import Testing

/// An application for a health licence; the identity card may follow.
enum Licence {
  static let code = "91110108MA01ABCD2X"

  static let complete =
    incomplete + [
      document(
        "resident_id_front",
        ["name": read("王建国", .review), "id_number": read(Retiree.number, .accepted)])
    ]

  static let incomplete = [
    document(
      "business_licence",
      [
        "credit_code": read(code, .accepted), "name": read("云溪浴场有限公司", .review),
        "legal_representative": read("王建国", .review),
      ]),
    document(
      "application_form", form: "public_place_health_licence",
      [
        "company_name": read("云溪浴场有限公司", .accepted, .textLayer),
        "credit_code": read(code, .accepted, .textLayer),
        "legal_representative": read("王建国", .accepted, .textLayer),
        "id_number": read(Retiree.number, .accepted, .textLayer),
        "business_item": read("公共浴室", .accepted, .textLayer),
      ]),
  ]

  static func register(status: String = "存续") -> Rows {
    Rows(tables: [
      "enterprises": [
        [
          "credit_code": code, "name": "云溪浴场有限公司", "legal_representative": "王建国",
          "status": status,
        ]
      ]
    ])
  }
}

/// 容缺受理 by rule.
struct DeferralTests {
  private func decided(
    _ documents: [DocumentReading] = Licence.incomplete, _ rows: Rows = Licence.register(),
    promise: Condition? = nil
  ) throws -> Decision {
    var matter = try Models.matter("public_place_health_licence")
    matter.deferral?.promise = promise
    let (documents, findings) = try crossChecked(documents, by: matter.checks, reference: rows)
    let form = fill(try Models.forms().form(matter.form), from: documents)
    return decide(
      matter, on: documents.map { file($0) }, form: form, findings: findings,
      printing: PrintedEntries(),
      submitted: submission, at: moment)
  }

  private func promise(_ constant: String = "公共浴室") -> Condition {
    Condition(
      value: "application_form.business_item", test: .equal, constant: constant, reasonZh: "未承诺",
      reasonEn: "not promised")
  }

  @Test func whatIsPromisedIsTakenIn() throws {
    let decision = try decided(promise: promise())
    #expect(decision.outcome == .deferred && decision.decidedBy == "rule")
    #expect(decision.outstanding == ["resident_id_front"])
    #expect(decision.reasons.map(\.code) == ["material_missing"])
  }

  @Test func withoutAPromiseAPersonIsAskedAndToldThatItMayFollow() throws {
    for promise in [nil, promise("不同意")] {
      let decision = try decided(promise: promise)
      #expect(decision.outcome == .review && decision.outstanding == nil)
      #expect(decision.reasons.last?.code == "may_be_deferred")
      #expect(decision.reasons.last?.zh.contains("居民身份证") == true)
    }
  }

  @Test func aPromiseThatWasNotReadForSureIsNone() throws {
    var documents = Licence.incomplete
    documents[1].fields["business_item"]?.state = .review
    let decision = try decided(documents, promise: promise())
    #expect(decision.outcome == .review)
  }

  /// What is outstanding excuses nothing that can be looked at without it.
  @Test func anyOtherDoubtGoesToAPerson() throws {
    let struckOff = try decided(rows: Licence.register(status: "注销"), promise: promise())
    #expect(struckOff.outcome == .review)
    #expect(!struckOff.reasons.contains { $0.code == "may_be_deferred" })

    var unreadable = Licence.incomplete
    unreadable[0].fields["name"] = .missing(page: 1, source: .ocr)
    #expect(try decided(unreadable, promise: promise()).outcome == .review)
  }

  private func decided(rows: Rows, promise: Condition?) throws -> Decision {
    try decided(Licence.incomplete, rows, promise: promise)
  }

  @Test func nothingIsOutstandingOfACompleteCase() throws {
    #expect(try decided(Licence.complete, promise: promise()).outcome == .approved)
  }

  @Test func whatMayNotFollowStopsTheCase() throws {
    let decision = try decided(Array(Licence.incomplete.dropFirst()), promise: promise())
    #expect(decision.outcome == .review)
    #expect(!decision.reasons.contains { $0.code == "may_be_deferred" })
  }
}
