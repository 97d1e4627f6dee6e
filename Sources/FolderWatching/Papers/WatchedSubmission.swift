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
  private let read: @Sendable () throws -> [UInt8]

  package init(name: PaperName, read: @escaping @Sendable () throws -> [UInt8]) {
    self.name = name
    self.read = read
  }

  /// The bytes, whose hash is that of the claim. Reads a file: not for Swift's shared threads where they are many.
  /// - Throws: `changed_after_claim`, `unreadable_file`.
  package func bytes() throws -> [UInt8] { try read() }
}
