package import Cases

/// A private key that seals: in a file, or in a device that never gives it away.
package protocol SealKey: Sendable {
  /// The DER `ECDSA-Sig-Value` over the SHA-256 of the message.
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
