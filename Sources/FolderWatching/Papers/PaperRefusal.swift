package import Cases

/// Why the files of a claim go to the failure folder instead of into a case.
package struct PaperRefusal: Sendable, Equatable, Codable {
  package let claim: PaperClaim.ID
  package let problem: Problem
  /// From 1; more where the same file was moved back and failed again.
  package let attempt: Int
  /// Which file of the claim it was, as an index; nil where it was none in particular.
  package let file: Int?

  package init(claim: PaperClaim.ID, problem: Problem, attempt: Int, file: Int? = nil) {
    self.claim = claim
    self.problem = problem
    self.attempt = attempt
    self.file = file
  }
}
