import Cases
import Deciding
import Testing

struct CaseDeskTests {
  private let desk = CaseDesk(officer: "王敏") { path, value in
    path.field == "id_number"
      ? [CheckResult(id: "gb11643", result: value.count == 18 ? .pass : .fail)] : []
  }

  private func record(_ state: CaseRecord.State = .review) -> CaseRecord {
    CaseRecord(
      id: "20260312-0001", matter: "m", state: state, openedAt: "2026-03-12T01:00:00Z",
      materials: [file(Retiree.front()), file(Retiree.form())])
  }

  @Test func confirmedValueKeepsWhatWasRead() throws {
    let changed = try desk.confirm(
      "resident_id_front.name", is: " 张桂芝 ", in: record(), at: moment)

    let name = changed.field("resident_id_front.name")
    #expect(name?.value == "张桂芝")
    #expect(name?.raw == "张桂兰")
    #expect(name?.source == .person)
    #expect(name?.state == .accepted)
    #expect(name?.alternatives == [Alternative(value: "张桂兰", probability: 0.8)])
    #expect(changed.state == .open)
    #expect(
      changed.events == [
        CaseEvent(
          at: "2026-03-12T02:00:00Z", by: "王敏", what: "confirmed", detail: "resident_id_front.name")
      ])
    #expect(changed.materials[1] == record().materials[1])
  }

  @Test func wrongFormWarnsAndDoesNotOverrule() throws {
    let number = try desk.confirm(
      "resident_id_front.id_number", is: "12", in: record(), at: moment
    ).field("resident_id_front.id_number")
    #expect(number?.state == .accepted)
    #expect(number?.checks == [CheckResult(id: "gb11643", result: .warning)])
  }

  @Test func fieldThatIsNotThere() {
    let problem = #expect(throws: Problem.self) {
      try desk.confirm("resident_id_front.nme", is: "张", in: record(), at: moment)
    }
    #expect(problem?.code == "no_such_field")
    #expect(problem?.remedyEn.contains("resident_id_front.name") == true)
  }

  @Test func emptyValueIsRefused() {
    let problem = #expect(throws: Problem.self) {
      try desk.confirm("resident_id_front.name", is: " \n", in: record(), at: moment)
    }
    #expect(problem?.code == "empty_value")
  }

}
