import CLinuxFolders
import Glibc

extension FolderHandle {
  /// Renames into a folder of the same file system. What has the new name there is replaced: for names of our own only.
  func move(_ name: PaperName, to folder: FolderHandle, as newName: PaperName) throws(SystemFault) {
    guard renameat(descriptor, try name.path(), folder.descriptor, try newName.path()) == 0 else {
      throw SystemFault("rename")
    }
  }

  /// Renames where nothing has the new name.
  /// - Returns: false where something has it.
  func moveIfFree(_ name: PaperName, to folder: FolderHandle, as newName: PaperName)
    throws(SystemFault) -> Bool
  {
    let (old, new) = (try name.path(), try newName.path())
    if kanhe_rename_new(descriptor, old, folder.descriptor, new) == 0 { return true }
    if errno == EEXIST { return false }
    // Network file systems know no such rename; there a second name is made, then the first one removed.
    guard [EINVAL, ENOSYS, EPERM].contains(errno) else { throw SystemFault("rename") }
    if linkat(descriptor, old, folder.descriptor, new, 0) == 0 {
      try remove(name)
      return true
    }
    if errno == EEXIST { return false }
    throw SystemFault("link")
  }

  /// Removes a file; one that is not there is removed already.
  func remove(_ name: PaperName) throws(SystemFault) {
    guard unlinkat(descriptor, try name.path(), 0) == 0 || errno == ENOENT else {
      throw SystemFault("unlink")
    }
  }

  /// Removes a folder that is empty.
  /// - Returns: false where it is not.
  @discardableResult
  func removeEmptyFolder(_ name: PaperName) throws(SystemFault) -> Bool {
    if unlinkat(descriptor, try name.path(), AT_REMOVEDIR) == 0 || errno == ENOENT { return true }
    if [ENOTEMPTY, EEXIST].contains(errno) { return false }
    throw SystemFault("rmdir")
  }

  /// What the name of a file begins with that is still being written here.
  static let draftPrefix = ".draft-"

  /// Writes a file whole or not at all, durable when this returns. What has the name is replaced.
  func write(_ bytes: [UInt8], as name: PaperName, mode: mode_t) throws(SystemFault) {
    let draft = PaperName("\(Self.draftPrefix)\(getpid())-\(UInt64.random(in: 0 ... .max))")
    let opened = openat(
      descriptor, try draft.path(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard opened >= 0 else { throw SystemFault("create") }
    do throws(SystemFault) {
      let file = OpenFile(descriptor: opened)
      try file.append(bytes)
      try file.sync()
      try move(draft, to: self, as: name)
    } catch {
      try? remove(draft)
      throw error
    }
    try sync()
  }
}
