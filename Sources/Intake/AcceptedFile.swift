package import Cases

/// A file whose format is known, that is whole, and that keeps within the limits. Nothing of it has been decoded.
package struct AcceptedFile: Sendable, Equatable {
  package let name: String
  package let bytes: [UInt8]
  /// Lower-case hexadecimal.
  package let sha256: String
  package let format: FileFormat
}
