import Cases
import CrossChecking
import Deciding
import FormFilling
import Testing

/// What a signature that does not hold does to a decision.
@Suite struct SignatureDoubtTests {
  private static let reason = Reason(code: "content_altered", zh: "内容被改动。", en: "It was altered.")

  private func verdict(
    _ unaltered: Verdict.Unaltered, _ sealedBy: Verdict.SealedBy = .unknown,
    _ inForce: Verdict.InForce = .notChecked
  ) -> Verdict {
    Verdict(
      unaltered: .init(unaltered, reasons: [Self.reason]),
      sealedBy: .init(sealedBy, subject: "江畔公司", reasons: [Self.reason]),
      inForce: .init(inForce, reasons: [Self.reason]))
  }

  private func decision(
    on verdict: Verdict?, confirming fields: Set<String> = []
  ) throws -> Decision {
    let matter = try Models.matter("medical_institution_change")
    var form = Retiree.form()
    for name in fields { form.fields[name]?.source = .person }
    let (documents, findings) = try crossChecked(
      [Retiree.front(), form], by: matter.checks, reference: Retiree.register())
    var materials = documents.map { file($0) }
    materials[1].verification = verdict
    return decide(
      matter, on: materials, form: fill(try Models.forms().form(matter.form), from: documents),
      findings: findings, printing: PrintedEntries(), submitted: submission, at: moment)
  }

  @Test func withoutOneOrWithOneThatHoldsNothingChanges() throws {
    let plain = try decision(on: nil)
    #expect(plain.outcome == .approved)
    for verdict in [verdict(.yes), verdict(.yes, .trusted, .yes), verdict(.yes, .test, .yes)] {
      #expect(try decision(on: verdict) == plain)
    }
  }

  @Test func noRuleApprovesOnAPaperWhoseSignatureDoesNotHold() throws {
    for (verdict, code) in [
      (verdict(.no), "file_altered"), (verdict(.notChecked), "signature_not_valid"),
      (verdict(.yes, .nobody), "signature_not_valid"),
      (verdict(.yes, .trusted, .no), "signature_not_valid"),
    ] {
      let decision = try decision(on: verdict)
      #expect(decision.outcome == .review)
      #expect(decision.reasons.map(\.code) == [code])
      #expect(decision.reasons.first?.zh.contains("「a.jpg」") == true)
      #expect(decision.reasons.first?.en.contains("'a.jpg'") == true)
      #expect(decision.reasons.first?.zh.contains(Self.reason.zh) == true)
    }
  }

  @Test func aPersonWhoSaidOfEveryValueWhatHoldsIsEnough() throws {
    let all = Set(Retiree.form().fields.keys)
    #expect(try decision(on: verdict(.no), confirming: all).outcome == .approved)
    let one = try #require(all.first)
    #expect(
      try decision(on: verdict(.no), confirming: all.subtracting([one])).reasons.map(\.code)
        == ["file_altered"])
  }
}
