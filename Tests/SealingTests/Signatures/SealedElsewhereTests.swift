import Cases
import Foundation
import Sealing
import Testing
import Verification

/// What is said of documents of other programs that bear seals of `kanhe seal`, one or several.
@Suite struct SealedElsewhereTests {
  private let office: Office
  private let document = ForeignPDF().bytes

  init() throws { office = try Office() }

  @Test(arguments: [false, true], [false, true])
  func aSealIsKnownByItsRecord(approval: Bool, riding: Bool) async throws {
    let sealed = try office.sealed(document, approval: approval, riding: riding)

    let verdict = await PDFVerifier.judge(sealed, trust: office.hall.trust, at: day)
    let stranger = await PDFVerifier.judge(sealed, trust: .empty, at: day)

    #expect(verdict.exit == .done, "\(verdict)")
    #expect(verdict.sealedBy.answer == .test)
    #expect(verdict.claims?["seal_kind"] == "合同专用章")
    #expect(verdict.claims?["sealed_at"] == "2026-11-23T04:00:00Z")
    #expect(stranger.unaltered.answer == .yes)
    #expect(stranger.sealedBy.answer == .unknown && stranger.exit == .couldNotTell)
  }

  @Test(arguments: [
    ["--object-streams=generate"], ["--object-streams=generate", "--rotate=+90"],
    ["--linearize"], ["--rotate=+180"], ["--rotate=+270"],
  ])
  func itDoesNotMatterHowTheDocumentWasWritten(options: [String]) async throws {
    let pdf = try office.hall.rewritten(document, options)

    let once = try office.sealed(pdf, at: Point(61.237, 83.7), riding: true)
    let twice = try office.sealed(once)

    for file in [once, twice] {
      let verdict = await PDFVerifier.judge(file, trust: office.hall.trust, at: day)
      #expect(verdict.exit == .done, "\(options): \(verdict.unaltered.reasons)")
    }
  }

  /// Sizes that no whole number of points or millimetres says.
  @Test(arguments: [38.0, 42.5, 41.37, 12.345])
  func aSealOfAnySizeAndPlaceIsFoundAgain(size: Double) async throws {
    let hall = try Hall(
      design: SealDesign(.round, name: "云州市公安局", code: "1", size: (size, size)))
    var random = SplitMix(state: UInt64(size * 1000))

    for _ in 0..<25 {
      let middle = Point(
        .random(in: 30...150, using: &random), .random(in: 30...200, using: &random))
      let sealed = try Sealer.seal(
        foreign: document, at: ForeignPlace(middle: middle), as: hall.identity, reason: "盖章",
        caseID: "c", now: day)
      let known = await PDFVerifier.judge(sealed, trust: hall.trust, at: day)
      let unknown = await PDFVerifier.judge(sealed, trust: .empty, at: day)
      #expect([known.exit, unknown.exit] == [.done, .couldNotTell], "\(middle)")
    }
  }

  @Test func anotherRecordsPictureIsNobodys() async throws {
    var trust = office.hall.trust
    trust.sealRecords[0].picture = try SealDrawing.draw(
      SealDesign(.round, name: "别处", kind: "合同专用章", code: "0000000000007"))

    let verdict = await PDFVerifier.judge(
      try office.sealed(document), trust: trust, at: day)

    #expect(verdict.sealedBy.answer == .nobody)
    #expect(verdict.sealedBy.reasons.map(\.code) == ["certificate_not_on_seal"])
    #expect(verdict.exit == .notGenuine)
  }

  @Test(arguments: [(-3_600.0, "not_yet_valid"), (126_144_000.0, "seal_expired")])
  func datesAreJudged(later: Double, code: String) async throws {
    let verdict = await PDFVerifier.judge(
      try office.sealed(document), trust: office.hall.trust, at: day.addingTimeInterval(later))

    #expect(verdict.inForce.reasons.map(\.code) == [code])
    #expect(verdict.exit == .notGenuine)
  }

  @Test func twoSealsAreBothNamed() async throws {
    let other = try Office("云州市江畔餐饮有限公司")
    let both = try other.sealed(office.sealed(document), at: Point(50, 50))

    let verdict = await PDFVerifier.judge(
      both, trust: office.hall.trust.merged(with: other.hall.trust), at: day)

    #expect(verdict.exit == .done, "\(verdict)")
    #expect(verdict.sealedBy.subject?.contains("江畔") == true)
    #expect(verdict.sealedBy.subject?.contains("政务服务") == true)
    #expect(verdict.unaltered.reasons.map(\.code).contains("only_signatures_added"))
    #expect(verdict.claims?["seal_2"] == "云州市江畔餐饮有限公司")
  }

  /// The file is as good as its worst signature.
  @Test func whoTrustsOneOfTwoCannotTell() async throws {
    let other = try Office("云州市江畔餐饮有限公司")
    let both = try other.sealed(office.sealed(document))

    let first = await PDFVerifier.judge(both, trust: office.hall.trust, at: day)
    let second = await PDFVerifier.judge(both, trust: other.hall.trust, at: day)

    #expect([first.exit, second.exit] == [.couldNotTell, .couldNotTell])
    #expect([first.sealedBy.answer, second.sealedBy.answer] == [.unknown, .unknown])
    // The picture of a seal that nobody here knows may cover anything.
    #expect(first.unaltered.reasons.map(\.code).contains("later_signature_shows"))
    #expect([first.unaltered.answer, second.unaltered.answer] == [.notChecked, .yes])
  }

  @Test func signaturesOfOthersBesideOursAreTolerated() async throws {
    let trust = office.hall.trust
    let other = try Office("别处")

    let ours = try office.sealed(other.signedOtherwise(document, .picture))
    let theirs = try other.signedOtherwise(office.sealed(document))
    let painted = try other.signedOtherwise(office.sealed(document), .picture)

    for (file, unaltered) in [
      (ours, Verdict.Unaltered.yes), (theirs, .yes), (painted, .notChecked),
    ] {
      let verdict = await PDFVerifier.judge(file, trust: trust, at: day)
      #expect(verdict.unaltered.answer == unaltered)
      #expect(verdict.sealedBy.answer == .unknown && verdict.exit == .couldNotTell)
      #expect(verdict.sealedBy.reasons.map(\.code).contains("third_party_signature"))
    }
  }

  @Test func aSealOfProfileGMIsKnownToo() async throws {
    let gm = try GMHall()
    func sealed(_ pdf: [UInt8]) throws -> [UInt8] {
      try Sealer.seal(
        foreign: pdf, at: ForeignPlace(riding: true), as: gm.identity, reason: "盖章",
        caseID: "c", approval: true, now: day)
    }

    let alone = await PDFVerifier.judge(try sealed(document), trust: gm.trust, at: day)
    let beside = await PDFVerifier.judge(
      try sealed(office.sealed(document)), trust: gm.trust.merged(with: office.hall.trust), at: day)
    let unknown = await PDFVerifier.judge(
      try sealed(document), trust: office.hall.trust, at: day)

    #expect([alone.exit, beside.exit, unknown.exit] == [.done, .done, .couldNotTell])
  }

  /// A reference to what is not there would show an object of the seal.
  @Test func aDocumentThatRefersBeyondItsEndIsNotSealed() throws {
    let pdf = ForeignPDF(page: "/Type /Page /Parent 3 0 R /Contents 6 0 R /X 11 0 R").bytes

    let problem = #expect(throws: Problem.self) { try office.sealed(pdf) }

    #expect(problem?.code == "cannot_be_sealed")
  }
}
