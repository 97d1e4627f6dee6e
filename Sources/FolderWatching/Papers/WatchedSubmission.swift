package import Cases

/// A claim whose files have left the watched folder and were found to be what the claim says.
package struct WatchedSubmission: Sendable {
  package let claim: PaperClaim
  /// In the order of `claim.files`.
  package let files: [WatchedFile]

  package init(claim: PaperClaim, files: [WatchedFile]) {
    self.claim = claim
    self.files = files
  }
}

/// One file of a submission. Its bytes are read when they are asked for, so that a large case is never in memory whole.
package struct WatchedFile: Sendable {
  package let name: PaperName
  package let sha256: String
  package let format: FileFormat
  private let read: @Sendable () throws -> [UInt8]

  package init(
    name: PaperName, sha256: String, format: FileFormat,
    read: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.name = name
    self.sha256 = sha256
    self.format = format
    self.read = read
  }

  /// The bytes, whose hash is `sha256`. Reads a file: not for Swift's shared threads where they are many.
  /// - Throws: `changed_after_claim`, `unreadable_file`.
  package func bytes() throws -> [UInt8] { try read() }
}
