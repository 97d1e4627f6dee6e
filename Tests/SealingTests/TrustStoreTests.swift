import Cases
import Foundation
import Sealing
import Testing
import Verification

@Suite struct TrustStoreTests {
  @Test func theFilesOfADataFolderAreReadTogether() throws {
    let (hall, other) = (try Hall(), try Hall())

    try hall.trust.save(as: "seal", in: hall.folder)
    try other.trust.save(as: "neighbour", in: hall.folder)
    let trust = try TrustStore.load(dataFolder: hall.folder)

    #expect(trust == other.trust.merged(with: hall.trust))
  }

  /// Which file comes first by name must not decide.
  @Test func ofSeveralEntriesForOneSealTheStrictestHolds() async throws {
    let hall = try Hall()
    let sealed = try hall.sealed()
    var (retired, compromised, foreign) = (hall.trust, hall.trust, hall.trust)
    retired.sealRecords[0].retiredAt = day.addingTimeInterval(-60)
    compromised.sealRecords[0].compromised = true
    foreign.sealAnchors[0].test = false
    foreign.sealRecords[0].test = false

    for (other, exit) in [
      (retired, Cases.ExitStatus.notGenuine), (compromised, .notGenuine), (foreign, .done),
    ] {
      for both in [hall.trust.merged(with: other), other.merged(with: hall.trust)] {
        let verdict = await PDFVerifier.judge(sealed, trust: both, at: day)
        #expect(verdict.exit == exit)
        #expect(verdict.sealedBy.answer == .test)
      }
    }
  }

  /// One file may hold two entries as well.
  @Test func aKeyIsRevokedInWhicheverEntrySaysSo() throws {
    let hall = try Hall()
    let good = TrustedIssuingKey(
      kid: "0123456789abcdef", x: "x", y: "y", notBefore: "2026-01-01T00:00:00Z",
      notAfter: "2031-01-01T00:00:00Z", test: false)
    var revoked = good
    revoked.revokedAt = "2027-01-01T00:00:00Z"
    var narrow = good
    (narrow.notBefore, narrow.notAfter) = ("2026-06-01T00:00:00Z", "soon")
    (narrow.revokedAt, narrow.test) = ("2026-12-01T00:00:00Z", true)

    for keys in [[good, revoked, narrow], [narrow, revoked, good], [revoked, good, narrow]] {
      let file = try hall.write(
        Array(JSONEncoder().encode(TrustStore(issuingKeys: keys))), as: "trust.json")
      let read = try TrustStore.load(file: URL(filePath: file)).issuingKeys
      #expect(read.allSatisfy { $0 == narrow }, "\(read)")
    }
  }

  /// Until version 0.4 a record did not say that its seal was compromised.
  @Test func anOldRecordOfACompromisedSealIsKnown() throws {
    var record = try Hall().authority.record
    #expect(try decoded(record, without: "compromised") == record)
    record.retiredAt = record.validUntil
    #expect(try decoded(record, without: "compromised").compromised)
    record.compromised = true
    #expect(try decoded(record) == record)
  }

  private func decoded(_ record: SealRecord, without key: String = "") throws -> SealRecord {
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    encoder.dateEncodingStrategy = .iso8601
    decoder.dateDecodingStrategy = .iso8601
    let object = try JSONSerialization.jsonObject(with: encoder.encode(record))
    var values = try #require(object as? [String: Any])
    values[key] = nil
    return try decoder.decode(
      SealRecord.self, from: JSONSerialization.data(withJSONObject: values))
  }

  @Test func aFolderWithoutTrustBelievesNobody() throws {
    #expect(try TrustStore.load(dataFolder: URL(filePath: "/nonexistent")) == .empty)
  }

  @Test func aWrongFileIsAProblem() throws {
    let hall = try Hall()
    let file = URL(filePath: try hall.write(Array("[]".utf8), as: "trust.json"))

    let problem = #expect(throws: Problem.self) { try TrustStore.load(file: file) }

    #expect(problem?.code == "bad_trust_file")
    #expect(problem?.exit == .configuration)
  }
}
