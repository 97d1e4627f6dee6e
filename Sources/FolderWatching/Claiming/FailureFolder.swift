import Cases
import Glibc

/// Where files go that cannot be used: each with a note beside it that says why, and what to do.
package struct FailureFolder {
  let handle: FolderHandle

  init(_ handle: FolderHandle) { self.handle = handle }

  /// The folder that the profile names, else the one in the watched folder; made where it is not there.
  init(of folder: WatchedFolder, in open: OpenFolder) throws(SystemFault) {
    if let path = folder.failures {
      handle = try FolderHandle(path: path)
    } else {
      handle = try open.root.madeFolder(OpenFolder.failuresName, mode: 0o775)
    }
  }

  /// The same where it is there already; nil where nothing has failed yet.
  init?(existing folder: WatchedFolder, in open: OpenFolder) throws(SystemFault) {
    if folder.failures == nil, try open.root.status(of: OpenFolder.failuresName) == nil {
      return nil
    }
    try self.init(of: folder, in: open)
  }

  /// Moves the files of a refused claim here, after its note. Files that were joined get a folder, so that moving it
  /// back retries them together.
  func add(
    _ claim: PaperClaim, _ refusal: PaperRefusal, from open: OpenFolder,
    witness: (WatchStep) throws -> Void
  ) throws {
    let isFree = try hold()
    defer { isFree() }
    let place = try place(for: claim.shownName, claim: claim.id)
    try write(FailureNote(claim, refusal, stage: "intake"), beside: place)
    try witness(.noted)
    let target = claim.group == nil ? handle : try handle.madeFolder(place, mode: 0o770)
    for (index, file) in claim.files.enumerated() {
      let name = claim.claimedName(index)
      if try open.claimed.status(of: name) == nil { continue }
      try FileMove(from: open.claimed, name, to: target).replacing(
        claim.group == nil ? place : file.path.name)
      try witness(.setAside)
    }
    try target.sync()
    try open.claimed.sync()
  }

  /// Moves something here that was never claimed: a link, a pipe, a sub-folder that is none.
  func add(_ entry: FolderEntry, as claim: PaperClaim, _ problem: Problem, from root: FolderHandle)
    throws
  {
    let isFree = try hold()
    defer { isFree() }
    let place = try place(for: entry.path.name, claim: claim.id)
    let refusal = PaperRefusal(claim: claim.id, problem: problem, attempt: 1)
    try write(FailureNote(claim, refusal, stage: "intake"), beside: place)
    do {
      try root.move(entry.path.name, to: handle, as: place)
    } catch {
      try handle.remove(place.followed(by: FailureNote.ending))
      throw error
    }
    try handle.sync()
    try root.sync()
  }

  /// How often the same files have been refused before. Anybody may have written the note.
  func attempts(of claim: PaperClaim, in open: OpenFolder) -> Int {
    let beside = note(beside: claim.shownName.numbered(1, leaving: FailureNote.ending.utf8.count))
    let brought = claim.markers.compactMap { marker -> FailureNote? in
      guard case .note = EntryRole(marker.name) else { return nil }
      return (try? open.folder(marker.folder)).flatMap { Self.note(marker.name, in: $0) }
    }
    return ([beside].compactMap(\.self) + brought).filter { $0.isOf(claim) }.map(\.attempt).max()
      .map { min(max(0, $0), 1_000_000) } ?? 0
  }

  /// Removes the note of files that were moved back and have been accepted.
  func forget(_ claim: PaperClaim) throws {
    let place = claim.shownName.numbered(1, leaving: FailureNote.ending.utf8.count)
    guard let note = note(beside: place), note.isOf(claim), try handle.status(of: place) == nil
    else { return }
    try handle.remove(place.followed(by: FailureNote.ending))
  }

  /// Keeps others out between looking for a free name and using it: several watched folders may share this one.
  ///
  /// - Returns: what lets them in again.
  func hold() throws(SystemFault) -> () -> Void {
    while flock(handle.descriptor, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      // A share without locks.
      guard [EOPNOTSUPP, ENOLCK, EINVAL, EBADF].contains(errno) else { throw SystemFault("flock") }
      break
    }
    return { [handle] in flock(handle.descriptor, LOCK_UN) }
  }

  /// Removes what a process that died had begun to write. Names and hashes are in it.
  func removeOldDrafts() throws(SystemFault) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let oldest = Int64(now.tv_sec - 86_400) &* 1_000_000_000
    for name in try handle.names() where name.bytes.starts(with: FolderHandle.draftPrefix.utf8) {
      guard let status = try handle.status(of: name), status.kind == .file,
        status.modified < oldest
      else { continue }
      try handle.remove(name)
    }
  }

  func write(_ note: FailureNote, beside place: PaperName) throws {
    try handle.write(try note.json, as: place.followed(by: FailureNote.ending), mode: 0o664)
  }

  /// A name that is free, or that was begun to be used for this claim before something died.
  func place(for name: PaperName, claim: PaperClaim.ID) throws -> PaperName {
    for number in 1...1000 {
      let place = name.numbered(number, leaving: FailureNote.ending.utf8.count)
      if note(beside: place)?.traceID == claim { return place }
      if try handle.status(of: place) == nil { return place }
    }
    return PaperName(claim)
  }

  private func note(beside place: PaperName) -> FailureNote? {
    Self.note(place.followed(by: FailureNote.ending), in: handle)
  }

  private static func note(_ name: PaperName, in folder: FolderHandle) -> FailureNote? {
    guard let bytes = try? folder.file(name).bytes(expected: 4096, most: 1 << 20) else {
      return nil
    }
    return FailureNote(bytes)
  }
}

extension PaperClaim {
  /// What people know these files by.
  var shownName: PaperName { group ?? files.first?.path.name ?? PaperName(id) }
}

extension FailureNote {
  /// Whether it is about the same content.
  func isOf(_ claim: PaperClaim) -> Bool {
    files.map(\.sha256) == claim.files.map(\.sha256)
      && files.map(\.bytes) == claim.files.map(\.bytes)
  }
}
