import Foundation

/// One sealing: which seal goes where, why and when.
struct SealOrder {
  var record: SealRecord
  var placement: SealPlacement
  var reason: String
  var now: Date
  var purpose = SealedRevision.Purpose.certification
  var profile = SealProfile.pades
}
