import Cases
import Crypto
import Foundation
import Sealing
import Testing
import Verification

@Suite struct TimestampedSealTests {
  @Test(arguments: [false, true], ["sha1", "sha256", "sha512"])
  func theTimeIsProved(rsa: Bool, ess: String) async throws {
    let stamped = try StampedHall(tsa: TestTSA(rsa: rsa, ess: ess))
    let sealed = try await stamped.sealed()

    let verdict = await PDFVerifier.judge(sealed, trust: try stamped.trust, at: stamped.now)

    #expect(verdict.exit == .done)
    #expect(verdict.provesTime)
    #expect(
      verdict.inForce.reasons.map(\.code) == ["seal_valid", "revocation_not_asked", "time_proved"])
  }

  /// With a code, two weights of the serif face and the usual room for a time stamp.
  @Test func aStampedPageIsSmall() async throws {
    #expect(try await StampedHall().sealed().count < 52_000)
  }

  @Test func withATimeStampASealOutlivesItsCertificate() async throws {
    let stamped = try StampedHall()
    let (plain, sealed) = (try stamped.hall.sealed(at: stamped.now), try await stamped.sealed())

    let without = await PDFVerifier.judge(plain, trust: try stamped.trust, at: stamped.years(4))
    let with = await PDFVerifier.judge(sealed, trust: try stamped.trust, at: stamped.years(4))

    #expect(without.inForce.reasons.map(\.code) == ["seal_expired"])
    #expect(with.inForce.reasons.map(\.code).first == "sealed_in_time")
    #expect([without.exit, with.exit] == [.notGenuine, .done])
  }

  @Test func anAuthorityThatNobodyTrustsProvesNothing() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed()
    var other = stamped.hall.trust
    other.timestampAnchors = [try TestTSA().anchor]

    for trust in [stamped.hall.trust, other] {
      let today = await PDFVerifier.judge(sealed, trust: trust, at: stamped.now)
      let later = await PDFVerifier.judge(sealed, trust: trust, at: stamped.years(4))
      #expect(today.exit == .done)
      #expect(today.inForce.reasons.map(\.code).contains("timestamp_unknown"))
      #expect(!today.provesTime)
      #expect(later.inForce.reasons.map(\.code) == ["seal_expired", "timestamp_unknown"])
      #expect(later.exit == .notGenuine)
    }
  }

  @Test func aTimeStampProvesNothingWhenItsOwnCertificateHasExpired() async throws {
    let stamped = try StampedHall(tsa: TestTSA(days: 365))
    let sealed = try await stamped.sealed()

    let soon = await PDFVerifier.judge(sealed, trust: try stamped.trust, at: stamped.years(2))
    let late = await PDFVerifier.judge(sealed, trust: try stamped.trust, at: stamped.years(4))

    #expect(soon.inForce.reasons.map(\.code).contains("timestamp_expired"))
    #expect(soon.exit == .done)
    #expect(late.inForce.reasons.map(\.code) == ["seal_expired", "timestamp_expired"])
    #expect(late.exit == .notGenuine)
  }

  /// The sealer writes any time; the stamp says when the seal was there.
  @Test func theProvedTimeIsComparedWithTheRetirementToo() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed(at: stamped.now.addingTimeInterval(-240))
    var trust = try stamped.trust
    trust.sealRecords[0].retiredAt = stamped.now.addingTimeInterval(-120)

    let late = await PDFVerifier.judge(sealed, trust: trust, at: stamped.now)
    trust.timestampAnchors = []
    let claimed = await PDFVerifier.judge(sealed, trust: trust, at: stamped.now)

    #expect(late.inForce.reasons.map(\.code) == ["sealed_after_retirement"])
    #expect([late.exit, claimed.exit] == [.notGenuine, .done])
  }

  @Test func theFileIsTheSameWhenItIsEncodedAgain() async throws {
    let sealed = try await StampedHall().sealed()
    let hole = try #require(ContentsHole(in: sealed))
    let parts = try PAdESSignature(parsing: hole.cms)

    #expect(parts.timestamp != nil)
    #expect(try parts.encoded() == hole.cms)
  }

  @Test func otherProgramsFindTheSameTimeStamp() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed()
    let hole = try #require(ContentsHole(in: sealed))
    let parts = try PAdESSignature(parsing: hole.cms)
    let hall = stamped.hall
    let token = try hall.write(try #require(parts.timestamp), as: "token")
    let signature = try hall.write(parts.signature, as: "signature")
    let cms = try hall.write(hole.cms, as: "s.cms")
    let signed = try hall.write(hole.signedBytes, as: "s.bin")
    let anchor = try hall.write(Array(hall.authority.anchor.utf8), as: "ca.pem")
    let openssl = Tool(path: "/usr/bin/openssl")

    #expect(
      try openssl.output(
        "ts", "-verify", "-data", signature, "-in", token, "-token_in", "-CAfile",
        stamped.tsa.folder.appending(path: "ca.pem").path
      ).contains("Verification: OK"))
    #expect(
      try openssl.output(
        "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", signed,
        "-CAfile", anchor, "-out", "/dev/null"
      ).contains("CAdES Verification successful"))
    let report = try Tool(path: "/usr/bin/pdfsig").output(hall.write(sealed, as: "s.pdf"))
    #expect(report.contains("Signature Validation: Signature is Valid."))
    #expect(report.contains("Total document signed"))
  }
}
