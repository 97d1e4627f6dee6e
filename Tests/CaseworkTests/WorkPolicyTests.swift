import Cases
import Testing

@testable import Casework
@testable import Store

/// How stubborn and how patient the machine is.
struct WorkPolicyTests {
  private let policy = WorkPolicy()

  private func job(attempts: Int = 1, deaths: Int = 0) -> Job {
    Job(
      id: 1, stage: .read, subject: "p", caseID: "c", lane: .batch, due: 0, attempts: attempts,
      deaths: deaths, losses: 0, fence: 1)
  }

  @Test func onlyReadersThatDiedOfAPaperCountAgainstIt() {
    let death = Problem.readerDied("signal 11")
    #expect(policy.tries(job(attempts: 30, deaths: 1), after: death))
    #expect(!policy.tries(job(attempts: 3, deaths: 2), after: death))
  }

  @Test(arguments: [
    Problem.readerNotStarted("ENOMEM"), .databaseFault("x"), .caseChanged("c"),
    .badModel("a.yaml", "x"),
  ])
  func troubleIsWaitedFor(_ trouble: Problem) {
    #expect(policy.tries(job(attempts: 39), after: trouble))
    #expect(!policy.tries(job(attempts: 40), after: trouble))
  }

  @Test(arguments: [Problem.internalFault("x"), .emptyFile, .caseClosed("c", state: .issued)])
  func whatWouldOnlyEndTheSameIsNotTriedAgain(_ problem: Problem) {
    #expect(!policy.tries(job(), after: problem))
  }

  @Test func waitsGrowAndEnd() {
    for (attempts, longest) in [(1, 1_000), (2, 2_000), (5, 16_000), (7, 60_000), (500, 60_000)] {
      for _ in 0..<50 {
        let delay = policy.delay(after: attempts)
        #expect((Int64(longest) / 2...Int64(longest)).contains(delay), "\(attempts): \(delay)")
      }
    }
    let hour = (1..<policy.attemptsInTrouble).map(policy.delay).reduce(0, +)
    #expect((15 * 60_000...60 * 60_000).contains(hour), "about half an hour")
  }
}
