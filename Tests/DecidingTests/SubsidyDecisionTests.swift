import Cases
import CrossChecking
import Deciding
import Testing

struct SubsidyDecisionTests {
  private func documents(area: String = "86.5", address: String = "云溪路12号3-501")
    -> [DocumentReading]
  {
    [
      Retiree.front(),
      document(
        "application_form", form: "clean_heating_subsidy",
        [
          "applicant_name": read("张桂兰", .accepted, .textLayer),
          "id_number": read(Retiree.number, .accepted, .textLayer),
          "address": read(address, .accepted, .textLayer),
          "heating_type": read("空气源热泵", .accepted, .textLayer),
          "heated_area": read(area, .accepted, .textLayer),
        ]),
    ]
  }

  private func register(paid: String = "否") -> Rows {
    Rows(tables: [
      "households": [
        [
          "id_number": Retiree.number, "name": "张桂兰", "address": "云溪路１２号3－501",
          "heating_type": "空气源热泵", "paid_this_season": paid,
        ]
      ]
    ])
  }

  @Test func approved() throws {
    #expect(
      try madeDecision("clean_heating_subsidy", documents(), register()).outcome == .approved)
  }

  @Test func alreadyPaid() throws {
    let decision = try madeDecision("clean_heating_subsidy", documents(), register(paid: "是"))
    #expect(decision.reasons.map(\.zh) == ["本采暖季是否已领取补贴：记录为「是」，应为「否」。"])
  }

  @Test func anotherHome() throws {
    let decision = try madeDecision(
      "clean_heating_subsidy", documents(address: "云溪路12号3-510"), register())
    #expect(codes(decision).contains("check_differs"))
  }

  @Test(arguments: [
    ("200", Decision.Outcome.approved, nil as String?), ("200.5", .review, "condition_not_met"),
    ("约90", .review, "condition_unknown"),
  ])
  func areaHasALimit(_ area: String, _ outcome: Decision.Outcome, _ code: String?) throws {
    let decision = try madeDecision("clean_heating_subsidy", documents(area: area), register())
    #expect(decision.outcome == outcome)
    if let code { #expect(codes(decision) == [code]) }
  }
}
