package import Cases

/// Where papers go: the durable store, seen from a watched folder.
///
/// What a call says is durable when it returns. Every call may be repeated with the same claim after a crash and then
/// answers as it did. An error means "not now": the files stay where they are and the watcher comes again.
package protocol PaperOffice: Sendable {
  /// Remembers what is about to be moved out of the folder, before it moves.
  func claim(_ claim: PaperClaim) async throws

  /// Stores the files of a claim and opens its case, in one transaction. The files are removed afterwards.
  ///
  /// The same content from the same source in the same case (by the hashes of all files of the claim) is a link to
  /// what is there: `duplicateOf` says to which case.
  func accept(_ submission: WatchedSubmission) async throws -> PaperReceipt

  /// The claim ends without a case; its files go to the failure folder. The claim itself is told again, because it
  /// counts as a paper: refused is a final state.
  func refuse(_ claim: PaperClaim, _ refusal: PaperRefusal) async throws

  /// The claim is void: its files changed or went away before they could be taken, and are still (or again) in the
  /// watched folder, to be claimed anew. It counts as no paper.
  func release(_ claim: PaperClaim, because problem: Problem) async throws

  /// Claims of a folder that are neither accepted, refused nor released, oldest first.
  func openClaims(of folder: String) async throws -> [PaperClaim]

  /// What became of a claim that files were found of.
  func standing(of claim: PaperClaim.ID) async throws -> ClaimStanding

  /// Papers of a folder that were accepted and given up later, oldest first: they are to lie where its papers fail.
  func givenUp(of folder: String) async throws -> [GivenUpPaper]

  /// They lie there. It is said once for each claim, or again after a crash.
  func givenBack(_ claim: PaperClaim.ID) async throws

  /// How much is waiting to be read: the watcher stops claiming while it is too much.
  func pressure() async throws -> OfficePressure
}

package enum ClaimStanding: Sendable, Equatable {
  /// No such claim, or a released one: its files belong back into the watched folder.
  case unknown
  case open(PaperClaim)
  case accepted(PaperClaim, PaperReceipt)
  case refused(PaperClaim, PaperRefusal)
}

/// A claim that was accepted and failed after that.
package struct GivenUpPaper: Sendable {
  package let claim: PaperClaim
  package let refusal: PaperRefusal
  private let read: @Sendable () throws -> [[UInt8]]

  package init(
    claim: PaperClaim, refusal: PaperRefusal, read: @escaping @Sendable () throws -> [[UInt8]]
  ) {
    self.claim = claim
    self.refusal = refusal
    self.read = read
  }

  /// The bytes of all its files, in the claim's order.
  package func files() throws -> [[UInt8]] { try read() }
}

package struct OfficePressure: Sendable, Equatable {
  /// Documents that were accepted and not read yet.
  package let waiting: Int

  package init(waiting: Int) { self.waiting = waiting }
}
