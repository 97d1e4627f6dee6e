/// Why a text or a record is not taken for a genuine code. `Verification` says it in words.
package enum CodeFault: Error, Sendable, Equatable, CaseIterable {
  /// Not the address of a result at all.
  case notAResultURL
  /// The address of a result without what stands behind `#`.
  case incomplete
  /// A frame type, flag or claim that this program does not know.
  case newerReaderNeeded
  /// The address or its digits are not as they were made.
  case malformedURL
  /// The locator in the address does not belong to the secret.
  case locatorDiffers
  /// The record is not a strict COSE_Sign1 of this profile.
  case malformedRecord
  case wrongSignature
  /// Signed, but not the claims of a result.
  case malformedClaims
}
