import Cases
import FolderWatching
import Store
import Testing

@testable import Casework

/// Papers of a counter at which the sides of cards are two files.
struct CardCaseTests {
  private static let cards = PaperHandling(pairingSeconds: 30)

  private func expectDone(_ caseID: String, in hall: StageHall) throws {
    #expect(try hall.store.load(caseID).state != .open)
    #expect(try hall.store.check().isSound)
  }

  /// Its side was settled with the first paper, and what comes later is none.
  @Test func aCaseWhoseSideWentOnAloneTakesAnotherPaper() async throws {
    let hall = try StageHall()
    let id = try hall.accept("front", handling: Self.cards, matter: StageHall.matter).caseID
    try await hall.run(id, ["front": .front])
    try hall.letAnHourPass(for: id)
    try await hall.run(id)
    try #require(try hall.store.load(id).state == .review)
    try hall.add("back", to: id)
    try await hall.run(id, ["back": .back])
    try expectDone(id, in: hall)
    #expect(try hall.store.load(id).documents.count == 2)
  }

  /// An outage at the counter: the next paper settles the run without the first.
  @Test func aPaperThatIsReadAfterItsRunWasSettledGoesOn() async throws {
    let hall = try StageHall()
    let first = try hall.accept("front", handling: Self.cards).caseID
    let job = try #require(try hall.putAside(first))
    let second = try hall.accept("other", handling: Self.cards, at: 900).caseID
    try await hall.run(second, ["other": .front])
    try hall.letAnHourPass(for: second)
    try await hall.run(second)
    try expectDone(second, in: hall)
    try hall.store.redrive(job.id, by: "王敏", at: .now)
    try await hall.run(first, ["front": .front])
    try expectDone(first, in: hall)
  }

  /// Front, whatever else, back: the back may be anybody's.
  @Test(arguments: ["folder", "refused", "duplicate", nil])
  func whateverIsScannedBetweenTwoSidesKeepsThemApart(_ between: String?) async throws {
    let hall = try StageHall()
    _ = try hall.accept("known", handling: PaperHandling(), at: -900)
    let front = try hall.accept("front", handling: Self.cards).caseID
    switch between {
    case "folder": try hall.accept("a", "b", handling: Self.cards, at: 5, group: "B")
    case "refused": try hall.refuse("c", at: 5)
    case "duplicate": try hall.accept("known", handling: PaperHandling(), at: 5)
    default: break
    }
    let back = try hall.accept("back", handling: Self.cards, at: 10).caseID
    try await hall.run(front, ["front": .front])
    try await hall.run(back, ["back": .back])
    try hall.letAnHourPass(for: back)
    try await hall.run(back)
    try await hall.run(front)
    let states = try [front, back].map { try hall.store.load($0).state }
    #expect(states == (between == nil ? [.filed, .moved] : [.filed, .filed]))
  }

  /// Whoever waits for what is not read lets it be read.
  @Test func whoWaitsForAReadingLetsItGoFirst() async throws {
    let hall = try StageHall()
    let sides = try (0..<6).map {
      try hall.accept("\($0)", handling: Self.cards, at: $0).caseID
    }
    for (number, id) in sides.dropLast().enumerated() {
      let job = try #require(try hall.queue.claim(by: "w", of: id))
      let outcome = try await hall.outcome(of: job, ["\(number)": .front])
      try hall.queue.complete(job, storing: outcome.store)
    }
    for id in sides.dropLast() {
      try hall.letAnHourPass(for: id)
      let job = try #require(try hall.queue.claim(by: "w", of: id))
      #expect(job.stage == .pair)
      try hall.queue.complete(job, storing: try await hall.outcome(of: job).store)
      try hall.queue.hurry(id)
    }
    #expect(try hall.queue.claim(by: "w")?.stage == .read)
  }

  /// A case that something else was handed in for is more than a side, also before that is read.
  @Test func aSideWithAnotherPaperIsNotPaired() async throws {
    let hall = try StageHall()
    let front = try hall.accept("front", handling: Self.cards).caseID
    let back = try hall.accept("back", handling: Self.cards, at: 10).caseID
    try await hall.run(front, ["front": .front])
    try await hall.run(back, ["back": .back])
    try hall.add("form", to: front)
    for id in [back, front] {
      try hall.letAnHourPass(for: id)
      try await hall.run(id)
      try expectDone(id, in: hall)
    }
    #expect(try hall.store.documents(of: front).map(\.name) == ["front", "form"])
  }
}
