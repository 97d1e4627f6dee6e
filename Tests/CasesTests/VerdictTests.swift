import Cases
import Foundation
import Testing

@Suite struct VerdictTests {
  typealias Answers = (Verdict.Unaltered, Verdict.SealedBy, Verdict.InForce)

  static let all: [Answers] = [.yes, .no, .notChecked].flatMap { unaltered in
    [.trusted, .test, .unknown, .nobody].flatMap { sealedBy in
      [.yes, .no, .notChecked].map { (unaltered, sealedBy, $0) }
    }
  }

  private func verdict(_ answers: Answers) -> Verdict {
    Verdict(
      unaltered: .init(answers.0), sealedBy: .init(answers.1), inForce: .init(answers.2))
  }

  @Test func onlyThreeGoodAnswersAreGenuine() {
    let genuine = Self.all.filter { verdict($0).summary == .genuine }
    #expect(genuine.count == 2, "in force and unaltered, by a trusted or a test seal")
    #expect(
      genuine.allSatisfy { $0 == (.yes, .trusted, .yes) || $0 == (.yes, .test, .yes) })
  }

  @Test(arguments: all) func oneBadAnswerIsEnough(_ answers: Answers) {
    let isBad = answers.0 == .no || answers.1 == .nobody || answers.2 == .no
    #expect((verdict(answers).summary == .notGenuine) == isBad)
  }

  @Test func theRestIsUndecided() {
    let undecided = Self.all.filter { verdict($0).summary == .undecided }
    #expect(undecided.count == 10)
    #expect(undecided.allSatisfy { $0.0 == .notChecked || $0.1 == .unknown || $0.2 == .notChecked })
  }

  @Test func summariesHaveTheirExitStatus() {
    #expect(verdict((.yes, .test, .yes)).exit == .done)
    #expect(verdict((.no, .test, .yes)).exit == .notGenuine)
    #expect(verdict((.yes, .unknown, .yes)).exit == .couldNotTell)
  }

  @Test func jsonKeepsTheAnswersApart() throws {
    let reason = Reason(code: "seal_valid", zh: "有效", en: "valid")
    let verdict = Verdict(
      unaltered: .init(.yes, reasons: [reason]), sealedBy: .init(.test, subject: "CN=a"),
      inForce: .init(.notChecked), claims: ["number": "1"])
    let data = try JSONEncoder().encode(verdict)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(json.keys) == ["verdict", "unaltered", "sealed_by", "in_force", "claims"])
    #expect(json["verdict"] as? String == "undecided")
    let unaltered = try #require(json["unaltered"] as? [String: Any])
    #expect(unaltered["answer"] as? String == "yes")
    #expect(
      unaltered["reasons"] as? [[String: String]]
        == [["code": "seal_valid", "message_zh": "有效", "message_en": "valid"]])
    #expect((json["in_force"] as? [String: Any])?["answer"] as? String == "not_checked")
    #expect(try JSONDecoder().decode(Verdict.self, from: data) == verdict)
  }

  @Test func aSummaryThatWasWrittenIsNotBelieved() throws {
    let text = """
      {"verdict":"genuine","unaltered":{"answer":"no","reasons":[]},
       "sealed_by":{"answer":"test","reasons":[]},"in_force":{"answer":"yes","reasons":[]}}
      """
    #expect(
      try JSONDecoder().decode(Verdict.self, from: Data(text.utf8)).summary == .notGenuine)
  }
}
