import Cases
import Foundation
import Sealing
import Testing
import Verification

@Suite struct SealKeeperTests {
  let scratch: Hall
  let keeper: SealKeeper

  init() throws {
    scratch = try Hall()
    keeper = SealKeeper(keys: scratch.folder.appending(path: "keys"))
  }

  @Test func aFolderHasOneSealFromTheStart() throws {
    #expect(try keeper.all(now: day).map(\.name) == ["default"])
  }

  @Test func madeSealsShareTheAuthority() throws {
    _ = try keeper.make("zhang", SealDesign(.square, name: "张三"), now: day)

    let (first, made) = (try keeper.open("default"), try keeper.open("zhang"))

    #expect(first.anchor == made.anchor)
    #expect(made.record.organ == "张三")
    #expect(try keeper.all(now: day).map(\.name) == ["default", "zhang"])
    let problem = #expect(throws: Problem.self) {
      try keeper.make("zhang", SealDesign(.square, name: "李四"), now: day)
    }
    #expect(problem?.code == "seal_exists")
  }

  @Test(arguments: ["", "..", "a/b", "A", "default", "名"])
  func namesThatAreNoneAreProblems(name: String) throws {
    let problem = #expect(throws: Problem.self) {
      try keeper.make(name, SealDesign(.square, name: "张三"), now: day)
    }
    #expect(["bad_seal_name", "seal_exists"].contains(problem?.code))
  }

  @Test(arguments: ["default", "zhang"])
  func aRotatedSealHasANewKeyAndWhatTheOldOneSealedStaysGenuine(name: String) async throws {
    if name != "default" { _ = try keeper.make(name, SealDesign(.square, name: "张三"), now: day) }
    let before = try sealed(name)
    let old = try keeper.open(name)

    _ = try keeper.rotate(name, now: day)
    _ = try keeper.rotate(name, now: day)

    let new = try keeper.open(name)
    #expect(new.certificates[0] != old.certificates[0] && new.anchor == old.anchor)
    #expect(new.record.certificates.count == 3)
    for file in [before, try sealed(name)] {
      let verdict = await PDFVerifier.judge(file, trust: TrustStore(new), at: day)
      #expect(verdict.exit == .done)
    }
    #expect(try keyFiles().count == (name == "default" ? 2 : 3), "old keys are gone")
  }

  @Test func aRetiredSealIsUsedNoMoreAndItsKeyIsGone() async throws {
    let before = try sealed("default")

    let retired = try keeper.retire("default", because: .superseded, now: day)

    #expect(retired.record.retiredAt == day && retired.keyRemains == nil)
    #expect(throws: Problem.sealNotValid) { try sealed("default") }
    #expect(throws: Problem.sealNotValid) { try keeper.rotate("default", now: day) }
    #expect(throws: Problem.sealNotValid) {
      try keeper.retire("default", because: .superseded, now: day)
    }
    #expect(try keyFiles() == ["authority-key.pem"])
    let trust = TrustStore(try keeper.open("default"))
    let later = await PDFVerifier.judge(before, trust: trust, at: day.addingTimeInterval(86_400))
    #expect(later.exit == .done, "what was sealed stays in force")
  }

  @Test func whatACompromisedKeySealedIsNotInForce() async throws {
    let before = try sealed("default")

    _ = try keeper.retire("default", because: .compromised, now: day)

    let trust = TrustStore(try keeper.open("default"))
    let later = await PDFVerifier.judge(before, trust: trust, at: day.addingTimeInterval(86_400))
    #expect(later.unaltered.answer == .yes)
    #expect(later.inForce.answer == .no)
  }

  /// A theft is often noticed when the seal is out of use already.
  @Test func aSupersededSealCanBecomeCompromised() async throws {
    let (before, later) = (try sealed("default"), day.addingTimeInterval(86_400))
    _ = try keeper.retire("default", because: .superseded, now: day.addingTimeInterval(60))

    let retired = try keeper.retire("default", because: .compromised, now: later)

    #expect(retired.keyRemains == nil)
    #expect(retired.record.retiredAt == day.addingTimeInterval(60))
    let trust = TrustStore(try keeper.open("default"))
    let verdict = await PDFVerifier.judge(before, trust: trust, at: later)
    #expect(verdict.inForce.reasons.map(\.code) == ["seal_compromised"])
    #expect(verdict.exit == .notGenuine)
    for reason in [SealKeeper.Retirement.superseded, .compromised] {
      #expect(throws: Problem.sealNotValid) {
        try keeper.retire("default", because: reason, now: later)
      }
    }
  }

  /// Whoever has the key can have anything stamped until it is noticed.
  @Test func aTimeStampDoesNotSaveWhatACompromisedKeySealed() async throws {
    let (tsa, now) = (try TestTSA(), Date())
    let drawn = try drawnSample()
    let file = try await Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: keeper.open("default", now: now).identity { _ in }, reason: "r", caseID: "c", now: now,
      stampedBy: TimestampService(tsa, room: 4608))

    _ = try keeper.retire("default", because: .compromised, now: now.addingTimeInterval(86_400))

    var trust = TrustStore(try keeper.open("default"))
    trust.timestampAnchors = [try tsa.anchor]
    let verdict = await PDFVerifier.judge(
      file, trust: trust, at: now.addingTimeInterval(2 * 86_400))
    #expect(verdict.provesTime)
    #expect(verdict.inForce.reasons.map(\.code) == ["seal_compromised"])
    #expect(verdict.exit == .notGenuine)
  }

  /// A key that is gone must not keep its seal in use.
  @Test(arguments: ["default", "zhang"])
  func aSealWhoseKeyIsLostCanBeRetired(name: String) throws {
    if name != "default" { _ = try keeper.make(name, SealDesign(.square, name: "张三"), now: day) }
    _ = try keeper.open(name, now: day)
    let folder = name == "default" ? "keys/seal" : "keys/seals/zhang"
    let key = scratch.folder.appending(path: "\(folder)/seal-key.pem")
    try Data("no key".utf8).write(to: key)

    let retired = try keeper.retire(name, because: .compromised, now: day)

    #expect(retired.record.compromised && retired.keyRemains == nil)
    #expect(try keeper.open(name).record == retired.record)
    #expect(!FileManager.default.fileExists(atPath: key.path))
  }

  private func sealed(_ name: String) throws -> [UInt8] {
    let drawn = try drawnSample()
    return try Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: keeper.open(name, now: day).identity { _ in }, reason: "r", caseID: "c", now: day)
  }

  private func keyFiles() throws -> [String] {
    let keys = scratch.folder.appending(path: "keys")
    let all = FileManager.default.enumerator(atPath: keys.path)?.compactMap { $0 as? String } ?? []
    return all.map { URL(filePath: $0).lastPathComponent }.filter { $0.contains("-key") }.sorted()
  }
}
