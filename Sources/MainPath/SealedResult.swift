package import Cases
package import ResultCodes

/// An issued result, complete: what its holder gets, and what the public side keeps.
package struct SealedResult: Sendable {
  package let issued: IssuedResult
  package let pdf: [UInt8]
  /// The full code: `text` holds the secret.
  package let code: ResultURL
  package let secret: ResultSecret
  package let published: PublicRecord
  /// The PDF, encrypted under a key that only the code holds.
  package let hiddenPDF: [UInt8]
  /// The picture of its first page, encrypted likewise.
  package let hiddenPicture: [UInt8]
}
