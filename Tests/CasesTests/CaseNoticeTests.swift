import Cases
import Foundation
import Testing

/// Whether a person has looked at what was noticed.
struct CaseNoticeTests {
  private func record(_ later: CaseEvent...) -> CaseRecord {
    let noticed = CaseEvent.notice(.emptyFile, at: Date(timeIntervalSince1970: 0))
    return CaseRecord(
      id: "1", matter: "m", state: .open, openedAt: "", events: [noticed] + later)
  }

  private func event(_ what: String, by name: String = "王敏") -> CaseEvent {
    CaseEvent(at: "2026-03-12T02:00:00Z", by: name, what: what)
  }

  @Test(arguments: ["confirmed", "rejected", "deferred"])
  func whoeverDecidesAboutThePapersHasLooked(_ what: String) {
    #expect(!record(event(what)).hasUnseenNotice)
    #expect(record(event(what, by: CaseEvent.machine)).hasUnseenNotice)
  }

  @Test(arguments: ["redriven", "handed_over", "revoked"])
  func whatIsDoneWithoutThePapersIsNoLook(_ what: String) {
    #expect(record(event(what)).hasUnseenNotice)
  }

  @Test func onlyTheLastNoticeCounts() {
    let again = CaseEvent.notice(.emptyFile, at: Date(timeIntervalSince1970: 9))
    #expect(record(event("confirmed"), again).hasUnseenNotice)
    #expect(!record(again, event("confirmed")).hasUnseenNotice)
  }
}
