import Foundation
import HallService
import ResultCodes
import Store

/// The status lists of a hall, signed anew whenever somebody asks, so that a revocation shows at once.
struct HallStatus: PublicStatus {
  let store: CaseStore
  let key: IssuingKey
  let address: PublicAddress

  func statusToken(_ list: Int) throws -> StatusToken? {
    guard let revoked = try store.revokedPlaces(on: list) else { return nil }
    return try StatusToken(
      StatusList(revoked: revoked), at: address.statusList(list), signedBy: key, now: Date())
  }
}
