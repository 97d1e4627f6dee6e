import Cases
import Foundation
import PortableDocument
import Sealing
import Testing
import Verification

@Suite struct GMSealerTests {
  @Test func aSealedResultIsGenuineAndItsSealATest() async throws {
    let hall = try GMHall()

    let sealed = try hall.sealed()
    let verdict = await PDFVerifier.judge(sealed, trust: hall.trust, at: day)

    #expect(verdict.unaltered.reasons.map(\.code) == ["digest_and_signature_agree"])
    #expect(verdict.sealedBy.answer == .test)
    #expect(verdict.sealedBy.subject?.contains("测试电子印章") == true)
    #expect(verdict.inForce.answer == .yes)
    #expect(verdict.exit == .done)
    #expect(try #require(ContentsHole(in: sealed)).cms.count < 24_000)
    #expect(verdict.claims?["title"] == "行政许可决定书 云政许字〔2026〕第0001号")
  }

  @Test func anotherHallIsUnknown() async throws {
    let (hall, other) = (try GMHall(), try GMHall())

    let verdict = await PDFVerifier.judge(try hall.sealed(), trust: other.trust, at: day)

    #expect(verdict.unaltered.answer == .yes)
    #expect(verdict.sealedBy.answer == .unknown)
    #expect(verdict.exit == .couldNotTell)
  }

  /// Who may use a seal is not who may make one.
  @Test func aSealByAMakerWhoIsNotListedIsNobodys() async throws {
    let hall = try GMHall()
    var trust = hall.trust
    trust.sealMakers = trust.sealAnchors

    let verdict = await PDFVerifier.judge(try hall.sealed(), trust: trust, at: day)

    #expect(verdict.sealedBy.answer == .nobody)
    #expect(verdict.sealedBy.reasons.map(\.code) == ["seal_maker_unknown"])
    #expect(verdict.exit == .notGenuine)
  }

  @Test func aSealOutsideItsTimeIsNotInForce() async throws {
    let hall = try GMHall()
    let sealed = try hall.sealed()

    let late = await PDFVerifier.judge(
      sealed, trust: hall.trust, at: day.addingTimeInterval(4 * 365 * 86400))
    let early = await PDFVerifier.judge(
      sealed, trust: hall.trust, at: day.addingTimeInterval(-3600))

    #expect(late.inForce.reasons.map(\.code) == ["seal_expired"])
    #expect(early.inForce.reasons.map(\.code) == ["not_yet_valid"])
    #expect([late.exit, early.exit] == [.notGenuine, .notGenuine])
  }

  @Test func theSealerRefusesASealThatIsNotValid() throws {
    let hall = try GMHall()
    var identity = hall.identity
    identity.electronicSeal?.info.certificates = .certificates([])

    for (who, date) in [
      (identity, day), (hall.identity, day.addingTimeInterval(4 * 365 * 86400)),
    ] {
      let problem = #expect(throws: Problem.self) {
        let drawn = try drawnSample()
        return try Sealer.seal(
          drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox), as: who,
          reason: "签章", caseID: "case-1", now: date)
      }
      #expect(problem?.code == "seal_not_valid")
    }
  }

  @Test func everyUseIsToldBeforeTheKeyIsUsed() throws {
    let hall = try GMHall()
    let refusal = Problem.sealingFailed("not logged")
    let identity = hall.authority.identity { (use) throws(Problem) in
      #expect(use.caseID == "case-7")
      throw refusal
    }

    let problem = #expect(throws: Problem.self) {
      let drawn = try drawnSample()
      return try Sealer.seal(
        drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox), as: identity,
        reason: "签章", caseID: "case-7", now: day)
    }
    #expect(problem == refusal)
  }

  @Test func aListOfDigestsAllowsTheSame() throws {
    let hall = try GMHall()
    let certificate = hall.authority.certificates[0]
    var seal = hall.authority.electronicSeal
    seal.info.certificates = .digests([try SM3.hash(certificate[...])])

    let read = try SESSeal(parsing: seal.encoded())

    #expect(read == seal)
    #expect(read.info.certificates.allows(certificate))
    #expect(!read.info.certificates.allows(hall.authority.certificates[1]))
  }

  /// Another program finds hash and both signatures of the standard in a sealed file.
  @Test func opensslVerifiesHashAndSignatures() throws {
    let hall = try GMHall()
    let hole = try #require(ContentsHole(in: try hall.sealed()))
    let parts = try SESSignature(parsing: hole.cms)
    let openssl = Tool(path: "/usr/bin/openssl")

    let hash = try openssl.output(
      "dgst", "-sm3", "-hex", hall.write(hole.signedBytes, as: "ranges"))
    #expect(hash.contains(HexDigits.lower(parts.dataHash)))
    for (signer, signed, signature) in [
      ("seal.pem", try parts.signedPart(), parts.signature),
      ("maker.pem", try parts.seal.info.encoded(), parts.seal.signature),
    ] {
      let certificate = hall.folder.appending(path: "seal-gm/\(signer)").path
      let key = try hall.write(
        Array(openssl.output("x509", "-in", certificate, "-noout", "-pubkey").utf8), as: "key")
      let (file, proof) = try (hall.write(signed, as: "tbs"), hall.write(signature, as: "sig"))
      for (id, isRight) in [("1234567812345678", true), ("8765432187654321", false)] {
        let answer = try openssl.output(
          "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-digest", "sm3", "-in", file,
          "-sigfile", proof, "-pkeyopt", "distid:\(id)")
        #expect(answer.contains("Verified Successfully") == isRight, "\(signer): \(answer)")
      }
    }
  }

  /// What other programs see in it: structure, certificates, and a picture that is the seal.
  @Test func opensslReadsItsParts() throws {
    let hall = try GMHall()
    let hole = try #require(ContentsHole(in: try hall.sealed()))
    let openssl = Tool(path: "/usr/bin/openssl")

    let structure = try openssl.output(
      "asn1parse", "-inform", "DER", "-in", hall.write(hole.cms, as: "ses.der"))
    for part in ["IA5STRING         :ES", "Kanhe", "SM2-with-SM3", "GENERALIZEDTIME"] {
      #expect(structure.contains(part), "\(part)")
    }
    let folder = hall.folder.appending(path: "seal-gm").path
    for name in ["maker.pem", "seal.pem"] {
      let answer = try openssl.output(
        "verify", "-vfyopt", "distid:1234567812345678", "-CAfile", folder + "/authority.pem",
        folder + "/" + name)
      #expect(answer.contains("\(name): OK"), "\(answer)")
    }
  }
}
