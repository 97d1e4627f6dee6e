/// What the office gives for a submission that it has stored.
package struct PaperReceipt: Sendable, Equatable, Codable {
  package let claim: PaperClaim.ID
  package let caseID: String
  /// RFC 3339, UTC.
  package let acceptedAt: String
  /// The case that the same content from the same source is in already: this paper is a link to it, not a second one.
  package let duplicateOf: String?

  package init(
    claim: PaperClaim.ID, caseID: String, acceptedAt: String, duplicateOf: String? = nil
  ) {
    self.claim = claim
    self.caseID = caseID
    self.acceptedAt = acceptedAt
    self.duplicateOf = duplicateOf
  }
}
