/// Somebody's seal: its record, the certificates (DER, the sealing one first, up to the root), the key.
package struct SealIdentity: Sendable {
  package var record: SealRecord
  package var certificates: [[UInt8]]
  package var key: any SealKey
  package var willUse: SealUseNotice
  /// The GB/T 38540 seal of a holder with an SM2 key; with it documents are sealed in profile `gm`.
  package var electronicSeal: SESSeal?

  package init(
    record: SealRecord, certificates: [[UInt8]], key: any SealKey,
    willUse: @escaping SealUseNotice
  ) {
    self.record = record
    self.certificates = certificates
    self.key = key
    self.willUse = willUse
  }
}
