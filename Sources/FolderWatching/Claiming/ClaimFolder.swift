import Cases
import Glibc

/// Moves the files of claims out of the watched folder and back into it. Every part of it may be repeated: what was
/// done already is seen and left.
struct ClaimFolder {
  let open: OpenFolder
  let witness: @Sendable (WatchStep) throws -> Void

  /// Moves what has not moved yet.
  /// - Returns: why the claim cannot be kept; nil where all its files are here, and are what the claim says.
  func gather(_ claim: PaperClaim) throws -> Problem? {
    // Held open: a sub-folder that somebody renames meanwhile is still the same.
    var folders: [PaperName?: FolderHandle] = [:]
    for name in Set(claim.files.map(\.path.folder)) { folders[name] = try parent(name) }
    for (index, file) in claim.files.enumerated() {
      let name = claim.claimedName(index)
      if try open.claimed.status(of: name) != nil { continue }
      guard let folder = folders[file.path.folder],
        let status = try folder.status(of: file.path.name)
      else { return .goneBeforeTaken }
      guard status.hasContent(of: file) else { return .changedAfterClaim }
      try folder.move(file.path.name, to: open.claimed, as: name)
      try witness(.moved)
    }
    try open.claimed.sync()
    for folder in folders.values { try folder.sync() }
    try witness(.synced)
    // What was renamed is what had the name at that moment.
    for (index, file) in claim.files.enumerated() {
      guard try open.claimed.status(of: claim.claimedName(index))?.hasContent(of: file) == true
      else { return .changedAfterClaim }
    }
    return nil
  }

  /// Puts back what has moved.
  func putBack(_ claim: PaperClaim) throws {
    for index in claim.files.indices
    where try open.claimed.status(of: claim.claimedName(index)) != nil {
      try putBack(claim.claimedName(index), to: claim.files[index].path)
    }
    try open.claimed.sync()
  }

  /// Removes the files of a claim that the office has, and what belonged to them.
  /// - Returns: false where a file was written to after it had been taken; it is back in the watched folder.
  func clear(_ claim: PaperClaim) throws -> Bool {
    for marker in claim.markers { try parent(marker.folder)?.remove(marker.name) }
    for name in Set(claim.files.compactMap(\.path.folder)) {
      _ = try? open.root.removeEmptyFolder(name)
    }
    var wasUntouched = true
    for (index, file) in claim.files.enumerated() {
      let name = claim.claimedName(index)
      guard let status = try open.claimed.status(of: name) else { continue }
      if status.hasContent(of: file) {
        try open.claimed.remove(name)
      } else {
        wasUntouched = false
        try putBack(name, to: file.path)
      }
    }
    try open.claimed.sync()
    return wasUntouched
  }

  private func putBack(_ name: PaperName, to path: PaperPath) throws {
    var folder = open.root
    if let sub = path.folder { folder = try open.root.madeFolder(sub, mode: 0o770) }
    for number in 1...100 {
      let free = path.name.numbered(number, leaving: 0)
      if try open.claimed.moveIfFree(name, to: folder, as: free) {
        try witness(.putBack)
        return try folder.sync()
      }
    }
    throw SystemFault("rename", number: EEXIST)
  }

  /// The sub-folder of that name, or the folder itself; nil where it is gone.
  private func parent(_ name: PaperName?) throws -> FolderHandle? {
    do throws(SystemFault) {
      return try open.folder(name)
    } catch {
      if [ENOENT, ENOTDIR, ELOOP].contains(error.number) { return nil }
      throw error
    }
  }
}

extension PaperClaim {
  /// Under which a file of the claim lies in the claim folder.
  func claimedName(_ index: Int) -> PaperName { PaperName("\(id).\(index)") }
}
