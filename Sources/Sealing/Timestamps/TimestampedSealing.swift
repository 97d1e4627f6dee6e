package import Cases
import Crypto
package import Foundation

extension Sealer {
  /// Seals like `seal`, with a time stamp over the signature (PAdES B-T): it proves that the seal was there at that time,
  /// also when its certificate has expired.
  /// - Throws: what `seal` throws, `gm_not_stamped`, `timestamp_unavailable`, `timestamp_refused`, `bad_timestamp`, `timestamp_too_long`.
  package static func seal(
    _ pdf: [UInt8], at placement: SealPlacement, as identity: SealIdentity, reason: String,
    caseID: String, now: Date = Date(), stampedBy service: TimestampService
  ) async throws(Problem) -> [UInt8] {
    // An SES_Signature has a place for a time stamp that nothing covers: none is put there.
    guard identity.electronicSeal == nil else { throw .gmNotStamped }
    var signed = try signed(
      pdf, at: placement, as: identity, reason: reason, caseID: caseID, now: now,
      timestampRoom: service.room)
    let digest = Array(SHA256.hash(data: signed.signature.signature))
    signed.signature.timestamp = try await service.token(ofSHA256: digest, now: now)
    return try signed.file()
  }
}
