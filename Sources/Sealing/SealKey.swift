package import Cases

/// A private key that seals: in a file, or in a device that never gives it away.
package protocol SealKey: Sendable {
  /// DER `SEQUENCE { r, s }` over the message: ECDSA on P-256 with SHA-256, or SM2 with SM3 and the usual identity.
  func sign(_ message: [UInt8]) throws(Problem) -> [UInt8]
}

/// One use of a seal key, told before the key is used.
package struct SealUse: Sendable, Equatable {
  package var caseID: String
  /// SHA-256 of the certificate, lower-case hexadecimal.
  package var certificate: String
  package var sealCode: String
}

/// Told of each use; a use that cannot be recorded does not happen.
package typealias SealUseNotice = @Sendable (SealUse) throws(Problem) -> Void
