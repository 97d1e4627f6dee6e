import Cases
import CrossChecking
import Deciding
import Testing

struct LicenceDecisionTests {
  static let code = "91110108MA01ABCD2X"

  private func documents(representative: String = "王建国", holder: String = "王建国")
    -> [DocumentReading]
  {
    [
      document(
        "business_licence",
        [
          "credit_code": read(Self.code, .accepted), "name": read("云溪浴场有限公司", .review),
          "legal_representative": read(representative, .review),
        ]),
      document(
        "resident_id_front",
        ["name": read(holder, .review), "id_number": read(Retiree.number, .accepted)]),
      document(
        "application_form", form: "public_place_health_licence",
        [
          "company_name": read("云溪浴场有限公司", .accepted, .textLayer),
          "credit_code": read(Self.code, .accepted, .textLayer),
          "legal_representative": read(representative, .accepted, .textLayer),
          "id_number": read(Retiree.number, .accepted, .textLayer),
          "business_item": read("公共浴室", .accepted, .textLayer),
        ]),
    ]
  }

  private func register(status: String = "存续") -> Rows {
    Rows(tables: [
      "enterprises": [
        [
          "credit_code": Self.code, "name": "云溪浴场有限公司", "legal_representative": "王建国",
          "status": status,
        ]
      ]
    ])
  }

  @Test func approved() throws {
    let decision = try madeDecision("public_place_health_licence", documents(), register())
    #expect(decision.outcome == .approved)
  }

  @Test func anotherPersonsIDCard() throws {
    let decision = try madeDecision(
      "public_place_health_licence", documents(holder: "王建华"), register())
    #expect(decision.outcome == .review)
    #expect(decision.reasons.contains { $0.zh.hasPrefix("营业执照法定代表人与身份证姓名：不一致") })
  }

  /// The paper contradicts the register and nothing else: one reason, and not that the name could not be read.
  @Test func registerNamesAnotherRepresentative() throws {
    let decision = try madeDecision(
      "public_place_health_licence", documents(representative: "周伟强", holder: "周伟强"), register())
    #expect(decision.reasons.map(\.code) == ["check_differs"])
    #expect(decision.reasons.first?.zh.hasPrefix("营业执照法定代表人与企业登记：不一致") == true)
  }

  @Test func enterpriseStruckOff() throws {
    let decision = try madeDecision(
      "public_place_health_licence", documents(), register(status: "吊销"))
    #expect(codes(decision) == ["check_differs"])
  }
}
