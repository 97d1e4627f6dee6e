import Glibc

extension FolderScan {
  /// Looks at a watched folder and its sub-folders. What vanishes in between is not there.
  init(of root: FolderHandle) throws(SystemFault) {
    for name in try root.names() {
      let role = EntryRole(name)
      guard role != .ignored, let status = try root.status(of: name) else { continue }
      let entry = FolderEntry(path: PaperPath(name: name), status: status)
      switch (role, status.kind) {
      case (.unfinished, _): break
      case (_, .folder): if let folder = CaseFolder(entry, in: root) { folders.append(folder) }
      case (_, .other): strange.append(entry)
      case (.paper, .file): papers.append(entry)
      case (.done(let paper), .file): done[paper] = entry
      case (.note(let paper), .file): notes[paper] = entry
      case (.ignored, .file): break
      }
    }
  }
}

extension FolderScan.CaseFolder {
  /// A sub-folder that may not be looked into has a fault, and the rest of the watched folder goes on. Nil where it could not
  /// be looked into this time: it vanished, or the share stumbled.
  fileprivate init?(_ entry: FolderEntry, in root: FolderHandle) {
    self.entry = entry
    do throws(SystemFault) {
      let folder = try root.folder(entry.path.name)
      for name in try folder.names() { try add(name, in: folder) }
    } catch {
      switch error.number {
      case EXDEV: fault = .otherFileSystem
      case EACCES, EPERM: fault = .unreadable
      default: return nil
      }
    }
  }

  private mutating func add(_ name: PaperName, in folder: FolderHandle) throws(SystemFault) {
    let isDone = name == PaperName(".done")
    let isHidden = !isDone && EntryRole.mayBecomePage(name)
    let role = isHidden ? EntryRole.unfinished : EntryRole(name)
    guard isDone || role != .ignored, let status = try folder.status(of: name) else { return }
    if isHidden, status.kind != .file { return }
    let found = FolderEntry(
      path: PaperPath(folder: entry.path.name, name: name), status: status)
    switch (role, status.kind) {
    case (_, .folder): fault = .deeper
    case (_, .other): fault = .strange
    case (.done, .file), (.ignored, .file): done.append(found)
    case (.note, .file): notes.append(found)
    case (.unfinished, .file): unfinished.append(found)
    case (.paper, .file): papers.append(found)
    }
  }
}
