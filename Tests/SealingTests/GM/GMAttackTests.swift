import Cases
import Crypto
import Foundation
import Sealing
import Testing
import Verification

/// Every class of attack on files of profile `gm` that is known to us, made from a file of our own. None may pass, though
/// nearly all bear signatures that fit. (What surrounds the signature is the same as in profile `pades`: `AttackTests`.)
@Suite struct GMAttackTests {
  private let hall: GMHall
  private let sealed: [UInt8]

  init() throws {
    hall = try GMHall()
    sealed = try hall.sealed()
  }

  @Test func everyForgedSignatureIsRefused() async throws {
    let stranger = try GMHall(organ: "别处")
    let hole = try #require(ContentsHole(in: sealed))

    for forgery in ForgedSES.allCases {
      let forged = try hole.filled(with: changed(forgery, hole, stranger))
      let verdict = await PDFVerifier.judge(forged, trust: hall.trust, at: day)
      #expect(verdict.exit == .notGenuine, "\(forgery)")
    }
  }

  /// What may be answered with more than "altered": the holder of a true key signed it.
  @Test(arguments: [
    (ForgedSES.sealExpired, "sealed_outside_validity"),
    (.sealNotYetValid, "not_yet_valid"),
  ])
  func datesOfTheSealAreJudged(forgery: ForgedSES, code: String) async throws {
    let verdict = try await verdict(on: forgery)

    #expect(verdict.unaltered.answer == .yes)
    #expect(verdict.inForce.reasons.map(\.code) == [code])
  }

  @Test(arguments: [
    (ForgedSES.pictureChanged, "certificate_not_on_seal"),
    (.pictureOfAnotherType, "certificate_not_on_seal"),
    (.pictureOfAnotherSize, "certificate_not_on_seal"),
    (.sealMadeByHolder, "seal_maker_unknown"),
  ])
  func whoMayUseWhichSealIsJudged(forgery: ForgedSES, code: String) async throws {
    let verdict = try await verdict(on: forgery)

    #expect(verdict.unaltered.answer == .yes)
    #expect(verdict.sealedBy.answer == .nobody)
    #expect(verdict.sealedBy.reasons.map(\.code) == [code])
  }

  @Test(arguments: [
    (ForgedSES.certificateNotListed, "certificate_not_on_seal"),
    (.listEmpty, "certificate_not_on_seal"), (.signedByMaker, "certificate_not_on_seal"),
    (.sealOfAnotherHall, "certificate_not_on_seal"), (.signedUnderAnotherID, "signature_wrong"),
    (.sealMadeUnderAnotherID, "signature_wrong"), (.sealMadeWithAnotherKey, "signature_wrong"),
    (.sealChanged, "signature_wrong"), (.dataHashOfSomethingElse, "content_altered"),
    (.timeStampAdded, "signature_not_canonical"), (.extensionsOfSeal, "signature_not_canonical"),
    (.numberWithZeroBefore, "signature_not_canonical"), (.anotherTime, "structure_not_strict"),
  ])
  func theReasonIsTheTrueOne(forgery: ForgedSES, code: String) async throws {
    let verdict = try await verdict(on: forgery)

    #expect(verdict.unaltered.answer == .no)
    #expect(verdict.unaltered.reasons.map(\.code) == [code])
  }

  /// SHA-256 in the place of SM3, signed by the true key.
  @Test func anotherHashIsRefused() async throws {
    let hole = try #require(ContentsHole(in: sealed))
    var parts = try SESSignature(parsing: hole.cms)
    parts.dataHash = Array(SHA256.hash(data: hole.signedBytes))
    parts.signature = try hall.key("seal-key.pem").sign(parts.signedPart())

    let verdict = await PDFVerifier.judge(
      hole.filled(with: try parts.encoded()), trust: hall.trust, at: day)

    #expect(verdict.unaltered.reasons.map(\.code) == ["content_altered"])
  }

  /// A CMS where the file says that there is an SES_Signature, and the other way round.
  @Test func theProfilesCannotBeExchanged() async throws {
    let other = try Hall()
    let hole = try #require(ContentsHole(in: sealed))
    let trust = hall.trust.merged(with: other.trust)

    let cms = try hole.signedAgain(by: other.identity)
    #expect(await PDFVerifier.judge(cms, trust: trust, at: day).unaltered.answer == .no)
    var seal = try RewrittenSeal(sealed)
    try seal.change(objectWith: "/ByteRange [", "/Gomain.GMPkiLite", "/Adobe.PPKLite")
    let half = try seal.file(signedBy: other.identity)
    #expect(await PDFVerifier.judge(half, trust: trust, at: day).unaltered.answer == .no)
    try seal.change(objectWith: "/ByteRange [", "/GM.sm2seal", "/ETSI.CAdES.detached")
    let sm2 = try seal.file(signedBy: hall.identity)
    #expect(await PDFVerifier.judge(sm2, trust: trust, at: day).unaltered.answer == .no)
  }

  /// The workshop that makes the attacks makes genuine files too: what they are refused for is the attack.
  @Test func aSignatureTakenApartAndPutTogetherIsGenuine() async throws {
    let hole = try #require(ContentsHole(in: sealed))
    var ses = try DERNode(hole.cms)
    #expect(ses.encoded == hole.cms)
    ses[0, 1, 0, 2, 1].bytes = Array("name".utf8)
    ses[0, 1, 3].bytes = [0] + (try hall.makerKey.sign(ses[0, 1, 0].encoded))
    ses[3].bytes = [0] + (try hall.key("seal-key.pem").sign(ses[0].encoded))

    let verdict = await PDFVerifier.judge(
      hole.filled(with: ses.encoded), trust: hall.trust, at: day)

    #expect(verdict.exit == .done)
  }

  /// A seal that rides on the edges of the pages shows its strips, or it is nobody's.
  @Test func theStripsOfARidingSealCount() async throws {
    let riding = try hall.sealed(longSample(), riding: true)
    var seal = try RewrittenSeal(riding)
    let same = try seal.file(signedBy: hall.identity)
    try seal.change(objectWith: "/RidingSeal", "/Rect [", "/Rect [1")
    let moved = try seal.file(signedBy: hall.identity)

    #expect(await PDFVerifier.judge(riding, trust: hall.trust, at: day).exit == .done)
    #expect(await PDFVerifier.judge(same, trust: hall.trust, at: day).exit == .done)
    #expect(await PDFVerifier.judge(moved, trust: hall.trust, at: day).exit == .notGenuine)
  }

  /// Nobody who trusts a P-256 authority trusts an SM2 seal by that, nor the other way round.
  @Test func theTrustOfOneProfileIsNotThatOfTheOther() async throws {
    let other = try Hall()

    let gm = await PDFVerifier.judge(sealed, trust: other.trust, at: day)
    let pades = await PDFVerifier.judge(try other.sealed(), trust: hall.trust, at: day)

    #expect([gm.sealedBy.answer, pades.sealedBy.answer] == [.unknown, .unknown])
    #expect([gm.exit, pades.exit] == [.couldNotTell, .couldNotTell])
  }

  private func changed(
    _ forgery: ForgedSES, _ hole: ContentsHole, _ stranger: GMHall
  ) throws -> [UInt8] {
    try forgery.ses(hole.cms, of: hall, stranger)
  }

  private func verdict(on forgery: ForgedSES) async throws -> Verdict {
    let hole = try #require(ContentsHole(in: sealed))
    let forged = try hole.filled(with: changed(forgery, hole, GMHall(organ: "别处")))
    return await PDFVerifier.judge(forged, trust: hall.trust, at: day)
  }
}
