import Cases
import Deciding
import Testing

/// What a picture that should not be believed does to a decision.
struct PictureDoubtTests {
  private func decision(
    on codes: ReadingWarning.Code..., looking: [ReadingWarning.Code]? = nil,
    confirming names: Set<String> = []
  ) throws -> Decision {
    var matter = try Models.matter("medical_institution_change")
    let place = try #require(matter.materials.firstIndex { $0.kind == "resident_id_front" })
    matter.materials[place].lookWhen = looking
    var front = Retiree.front(state: .accepted)
    front.warnings = codes.map { ReadingWarning(code: $0, score: 0.7) }
    for name in names { front.fields[name]?.source = .person }
    return try madeDecision(matter, [front, Retiree.form()], Retiree.register())
  }

  @Test(arguments: [ReadingWarning.Code.reshoot, .occluded])
  func noRuleApprovesOnASuspiciousPicture(_ code: ReadingWarning.Code) throws {
    let decision = try decision(on: code)
    #expect(decision.outcome == .review)
    #expect(decision.reasons.map(\.code) == ["picture_\(code.rawValue)"])
    #expect(decision.reasons.first?.zh.contains(code.label.zh) == true)
    #expect(decision.reasons.first?.en.contains(code.label.en) == true)
  }

  @Test func othersOnlyWhereTheMatterSaysSo() throws {
    #expect(try decision(on: .copy, .blur).outcome == .approved)
    #expect(codes(try decision(on: .copy, .blur, looking: [.copy])) == ["picture_copy"])
    #expect(try decision(on: .reshoot, looking: []).outcome == .approved)
  }

  @Test func aPersonWhoSaidOfEveryValueWhatHoldsIsEnough() throws {
    let all: Set = ["name", "id_number"]
    #expect(try decision(on: .reshoot, confirming: all).outcome == .approved)
    #expect(try decision(on: .reshoot, confirming: ["name"]).outcome == .review)
  }

  /// What is no material of the matter decides nothing.
  @Test func anotherPaperIsNotAskedAbout() throws {
    var other = document("driving_licence", ["name": read("张桂兰", .accepted)])
    other.warnings = [ReadingWarning(code: .reshoot, score: 1)]
    let matter = try Models.matter("medical_institution_change")
    let decision = try madeDecision(
      matter, [Retiree.front(state: .accepted), Retiree.form(), other], Retiree.register())
    #expect(decision.outcome == .approved)
  }
}
