package import Cases

extension FailureFolder {
  /// Gives files back that were accepted and failed later, so that whoever scanned them sees it where the others are.
  /// Blocks while it writes.
  ///
  /// - Parameters:
  ///   - claim: what they were accepted by.
  ///   - stage: which stage gave them up, for instance `reading`.
  ///   - files: their bytes, in the order of the claim.
  /// - Throws: `unwritable_output`. It may be repeated: what was written before is written again.
  package static func giveBack(
    _ claim: PaperClaim, _ refusal: PaperRefusal, stage: String, files: [[UInt8]],
    to folder: WatchedFolder
  ) throws(Problem) {
    do {
      let failures = try FailureFolder(of: folder, in: OpenFolder(at: folder.path))
      let place = try failures.place(for: claim.shownName, claim: claim.id)
      try failures.write(FailureNote(claim, refusal, stage: stage), beside: place)
      let isSingle = claim.group == nil
      let target = isSingle ? failures.handle : try failures.handle.madeFolder(place, mode: 0o770)
      for (file, bytes) in zip(claim.files, files) {
        try target.write(bytes, as: isSingle ? place : file.path.name, mode: 0o660)
      }
    } catch let fault as SystemFault {
      throw .unwritable(folder.path, fault.text)
    } catch {
      throw .unwritable(folder.path, "\(type(of: error))")
    }
  }
}
