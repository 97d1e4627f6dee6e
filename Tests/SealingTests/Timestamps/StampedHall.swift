import Foundation
import Sealing
import Verification

/// A hall whose seals are stamped by a real authority, which works by this machine's clock.
struct StampedHall {
  let hall: Hall
  let tsa: TestTSA
  let now = Date()

  init(tsa: TestTSA? = nil) throws {
    hall = try Hall(since: now)
    self.tsa = try tsa ?? TestTSA()
  }

  var trust: TrustStore {
    get throws {
      var trust = hall.trust
      trust.timestampAnchors = [try tsa.anchor]
      return trust
    }
  }

  func sealed(
    by authority: (any TimestampAuthority)? = nil, room: Int = 4608, at date: Date? = nil
  ) async throws -> [UInt8] {
    let drawn = try drawnSample()
    return try await Sealer.seal(
      drawn.pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
      as: hall.identity, reason: "行政许可决定书签章", caseID: "case-1", now: date ?? now,
      stampedBy: TimestampService(authority ?? tsa, room: room))
  }

  /// B-LT, with the lists of both authorities.
  func longTerm(_ sealed: [UInt8]? = nil, revoked: [[UInt8]] = []) async throws -> [UInt8] {
    let sealed = if let sealed { sealed } else { try await self.sealed() }
    let data = try await PDFVerifier.validationData(
      for: sealed, from: lists(revoked: revoked), trust: trust, at: now)
    return try Sealer.add(data, to: sealed)
  }

  /// B-LTA.
  func archived(_ longTerm: [UInt8]? = nil) async throws -> [UInt8] {
    let file = if let longTerm { longTerm } else { try await self.longTerm() }
    return try await Sealer.stamp(file, by: TimestampService(tsa, room: 4608), now: now)
  }

  func lists(revoked: [[UInt8]] = []) throws -> ValidationData {
    ValidationData(revocationLists: [
      try SealAuthority.revocationList(
        folder: hall.folder.appending(path: "authority"), revoked: revoked, now: now),
      try tsa.revocationList(),
    ])
  }

  func years(_ count: Double) -> Date { now.addingTimeInterval(count * 365 * 86400) }
}
