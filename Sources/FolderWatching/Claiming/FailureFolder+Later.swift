extension FailureFolder {
  /// Puts files here that were accepted and failed later, so that whoever scanned them sees them where the others are.
  /// It may be repeated: what was written before is written again.
  ///
  /// - Parameters:
  ///   - stage: which stage gave them up, for instance `reading`.
  ///   - files: their bytes, in the order of the claim.
  func giveBack(
    _ claim: PaperClaim, _ refusal: PaperRefusal, stage: String, files: [[UInt8]]
  ) throws {
    let isFree = try hold()
    defer { isFree() }
    let place = try place(for: claim.shownName, claim: claim.id)
    try write(FailureNote(claim, refusal, stage: stage), beside: place)
    let isSingle = claim.group == nil
    let target = isSingle ? handle : try handle.madeFolder(place, mode: 0o770)
    for (file, bytes) in zip(claim.files, files) {
      try target.write(bytes, as: isSingle ? place : file.path.name, mode: 0o660)
    }
  }
}
