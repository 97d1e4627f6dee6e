import Cases
import Foundation
import Sealing
import Testing
import Verification

@Suite struct LongTermTests {
  @Test func validationDataSayThatNothingWasRevoked() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed()
    let file = try await stamped.longTerm(sealed)

    let verdict = await PDFVerifier.judge(file, trust: try stamped.trust, at: stamped.years(4))

    #expect(file.starts(with: sealed))
    #expect(verdict.exit == .done)
    #expect(
      verdict.inForce.reasons.map(\.code) == ["sealed_in_time", "not_revoked", "time_proved"])
  }

  /// Each time stamp keeps what is before it verifiable, after the certificate of the one before has expired.
  @Test func aDocumentTimeStampOutlivesTheFirst() async throws {
    let stamped = try StampedHall(tsa: TestTSA(days: 365))
    let later = try TestTSA()
    var trust = try stamped.trust
    trust.timestampAnchors.append(try later.anchor)
    let longTerm = try await stamped.longTerm()

    let archived = try await Sealer.stamp(
      longTerm, by: TimestampService(later, room: 4608), now: stamped.now)
    let without = await PDFVerifier.judge(longTerm, trust: trust, at: stamped.years(4))
    let with = await PDFVerifier.judge(archived, trust: trust, at: stamped.years(4))

    #expect(archived.starts(with: longTerm))
    #expect([without.exit, with.exit] == [.notGenuine, .done])
    #expect(with.provesTime)
    #expect(
      await PDFVerifier.lastTimestampIsTrusted(in: archived, trust: trust, at: stamped.now))
    let stranger = await PDFVerifier.judge(
      archived, trust: try stamped.trust, at: stamped.years(4))
    #expect(stranger.exit == .notGenuine)
  }

  @Test func aFileCanBeExtendedAgain() async throws {
    let stamped = try StampedHall()
    let once = try await stamped.archived()
    let data = try await PDFVerifier.validationData(
      for: once, from: stamped.lists(), trust: stamped.trust, at: stamped.now)

    #expect(data.certificates.isEmpty && data.revocationLists.count <= 2)
    let twice = try await stamped.archived(try Sealer.add(data, to: once))

    let verdict = await PDFVerifier.judge(twice, trust: try stamped.trust, at: stamped.years(4))
    #expect(verdict.exit == .done)
    #expect(verdict.provesTime)
  }

  @Test func aRevokedSealIsNotInForceUnlessItWasUsedBefore() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed()
    let own = stamped.hall.authority.certificates[0]
    let before = try SealAuthority.revocationList(
      folder: stamped.hall.folder.appending(path: "authority"), revoked: [own],
      now: stamped.now.addingTimeInterval(-60))
    let after = try SealAuthority.revocationList(
      folder: stamped.hall.folder.appending(path: "authority"), revoked: [own],
      now: stamped.now.addingTimeInterval(3600))

    let revoked = await PDFVerifier.judge(
      try Sealer.add(.init(revocationLists: [before]), to: sealed), trust: try stamped.trust,
      at: stamped.now)
    let later = await PDFVerifier.judge(
      try Sealer.add(.init(revocationLists: [after]), to: sealed), trust: try stamped.trust,
      at: stamped.now)

    #expect(revoked.inForce.reasons.map(\.code) == ["certificate_revoked", "time_proved"])
    #expect(later.inForce.reasons.map(\.code) == ["seal_valid", "revoked_later", "time_proved"])
    #expect([revoked.exit, later.exit] == [.notGenuine, .done])
  }

  @Test func aRevokedTimeStampingCertificateProvesNothing() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed()
    let list = try stamped.tsa.revocationList(revoking: "tsa.pem")
    let file = try Sealer.add(.init(revocationLists: [list]), to: sealed)

    let verdict = await PDFVerifier.judge(file, trust: try stamped.trust, at: stamped.years(4))

    #expect(verdict.inForce.reasons.map(\.code) == ["seal_expired", "timestamp_expired"])
  }

  /// An authority that stands in the file beside the time stamp, and not in it.
  @Test(arguments: [false, true])
  func aRevokedAuthorityBetweenProvesNothing(revoked: Bool) async throws {
    let tsa = try TestTSA()
    let authorities = try tsa.putAuthorityBetween()
    let stamped = try StampedHall(tsa: tsa)
    let sealed = try await stamped.sealed()
    let list = try tsa.revocationList(revoking: revoked ? "between.pem" : nil)
    let file = try Sealer.add(
      .init(certificates: authorities, revocationLists: [list]), to: sealed)

    let verdict = await PDFVerifier.judge(file, trust: try stamped.trust, at: stamped.years(4))

    #expect(verdict.provesTime == !revoked, "\(verdict)")
    #expect(verdict.exit == (revoked ? .notGenuine : .done))
    #expect(
      !revoked || verdict.inForce.reasons.map(\.code) == ["seal_expired", "timestamp_expired"])
  }

  @Test func nothingIsExtendedWithoutWhatItTakes() async throws {
    let stamped = try StampedHall()
    let sealed = try await stamped.sealed()
    func problem(_ pdf: [UInt8], _ data: ValidationData, _ trust: TrustStore) async -> String? {
      await #expect(throws: Problem.self) {
        try await PDFVerifier.validationData(for: pdf, from: data, trust: trust, at: stamped.now)
      }?.code
    }

    let trust = try stamped.trust
    let lists = try stamped.lists()
    let plain = try stamped.hall.sealed(at: stamped.now)
    #expect(await problem(sealed, .init(), trust) == "revocation_data_missing")
    #expect(
      await problem(sealed, .init(revocationLists: [lists.revocationLists[0]]), trust)
        == "revocation_data_missing")
    #expect(await problem(plain, lists, trust) == "cannot_be_extended")
    #expect(await problem(sealed, lists, stamped.hall.trust) == "cannot_be_extended")
    #expect(await problem(sealed + [10], lists, trust) == "cannot_be_extended")
  }

  /// Poppler 22.12 knows no document time stamps and says so; the seal is valid to it as before.
  @Test func popplerFindsTheSealValidAndTheTimeStamp() async throws {
    let stamped = try StampedHall()
    let path = try stamped.hall.write(try await stamped.archived(), as: "archived.pdf")

    let report = try Tool(path: "/usr/bin/pdfsig").output(path)

    #expect(report.contains("Signature Validation: Signature is Valid."))
    #expect(report.contains("Signature Field Name: Timestamp1"))
  }
}
