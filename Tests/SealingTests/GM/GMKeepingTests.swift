import Cases
import Foundation
import Sealing
import Testing
import Verification

/// The seal of profile `gm` is rotated and retired like any other.
@Suite struct GMKeepingTests {
  private let keeper: SealKeeper
  private let scratch: GMHall

  init() throws {
    scratch = try GMHall()
    keeper = SealKeeper(keys: scratch.folder.appending(path: "keys"))
  }

  @Test func whatTheOldKeySealedStaysInForce() async throws {
    let first = try sealed(at: day)
    let old = try keeper.openGM(now: day).certificates

    let rotated = try keeper.rotate("gm", now: day)
    let second = try sealed(at: day)

    let gm = try keeper.openGM()
    #expect(rotated.certificates.count == 2 && gm.record == rotated)
    #expect(gm.certificates[0] != old[0] && gm.certificates[1] == old[1])
    for file in [first, second] {
      #expect(await PDFVerifier.judge(file, trust: TrustStore(gm), at: day).exit == .done)
    }
    let folder = scratch.folder.appending(path: "keys/seal-gm")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.filter { $0.hasPrefix("seal-key") }.count == 1, "\(files)")
  }

  @Test(arguments: [
    (SealKeeper.Retirement.superseded, Cases.ExitStatus.done), (.compromised, .notGenuine),
  ])
  func aRetiredOneIsNotUsed(reason: SealKeeper.Retirement, exit: Cases.ExitStatus) async throws {
    let before = try sealed(at: day)

    let record = try keeper.retire("gm", because: reason, now: day.addingTimeInterval(60)).record

    #expect(throws: Problem.sealNotValid) { try sealed(at: day.addingTimeInterval(120)) }
    #expect(throws: Problem.sealNotValid) { try keeper.rotate("gm") }
    #expect(try keeper.all().last?.record == record)
    let verdict = await PDFVerifier.judge(
      before, trust: TrustStore(try keeper.openGM()), at: day.addingTimeInterval(120))
    #expect(verdict.exit == exit, "\(verdict.inForce)")
  }

  @Test func aSupersededOneCanBecomeCompromised() async throws {
    let before = try sealed(at: day)
    _ = try keeper.retire("gm", because: .superseded, now: day.addingTimeInterval(60))

    _ = try keeper.retire("gm", because: .compromised, now: day.addingTimeInterval(90))

    let verdict = await PDFVerifier.judge(
      before, trust: TrustStore(try keeper.openGM()), at: day.addingTimeInterval(120))
    #expect(verdict.inForce.reasons.map(\.code) == ["seal_compromised"])
  }

  @Test func oneThatWasNeverUsedIsNotThere() throws {
    #expect(throws: Problem.noSuchSeal("gm")) { try keeper.rotate("gm") }
    #expect(throws: Problem.badSealName("gm")) {
      try keeper.make("gm", SealDesign(.round, name: "别处"))
    }
  }

  private func sealed(at date: Date) throws -> [UInt8] {
    let drawn = try drawnSample()
    return try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: keeper.openGM(now: day).identity { _ in }, reason: "签章", caseID: "c", now: date)
  }
}
