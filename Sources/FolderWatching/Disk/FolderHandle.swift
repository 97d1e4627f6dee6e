import CLinuxFolders
import Glibc

/// An open folder. Everything in it is reached from here, so that nobody can put another folder in its place.
final class FolderHandle: Sendable {
  let descriptor: Int32

  /// - Parameter path: absolute, links resolved. A link that has come into it since is refused.
  init(path: String) throws(SystemFault) {
    var opened = kanhe_open_without_links(path, O_RDONLY | O_DIRECTORY)
    if opened < 0, Self.isUnknownCall {
      opened = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard opened >= 0 else { throw SystemFault("open") }
    descriptor = opened
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// The folder of that name in this one.
  func folder(_ name: PaperName) throws(SystemFault) -> FolderHandle {
    FolderHandle(descriptor: try openBeneath(name, O_RDONLY | O_DIRECTORY))
  }

  /// The same, made where it is not there yet.
  func madeFolder(_ name: PaperName, mode: mode_t) throws(SystemFault) -> FolderHandle {
    let made = mkdirat(descriptor, try name.path(), mode)
    guard made == 0 || errno == EEXIST else { throw SystemFault("mkdir") }
    let folder = try folder(name)
    if made == 0 { try sync() }
    return folder
  }

  /// The file of that name, for reading. A pipe is not waited for.
  func file(_ name: PaperName) throws(SystemFault) -> OpenFile {
    OpenFile(descriptor: try openBeneath(name, O_RDONLY | O_NONBLOCK | O_NOCTTY))
  }

  /// Of the folder itself.
  func status() throws(SystemFault) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFault("fstat") }
    return FileStatus(status)
  }

  /// Of what has that name, a link not followed; nil where nothing has.
  func status(of name: PaperName) throws(SystemFault) -> FileStatus? {
    var status = stat()
    let found = fstatat(descriptor, try name.path(), &status, AT_SYMLINK_NOFOLLOW)
    if found != 0, errno == ENOENT { return nil }
    guard found == 0 else { throw SystemFault("fstatat") }
    return FileStatus(status)
  }

  /// Whether something is mounted here: the folder above lies on another device, or is none.
  func isMountPoint() throws(SystemFault) -> Bool {
    var above = stat()
    guard fstatat(descriptor, "..", &above, 0) == 0 else { throw SystemFault("fstatat") }
    let (own, parent) = (try status(), FileStatus(above))
    return own.device != parent.device || own.inode == parent.inode
  }

  /// Makes what was renamed, made or removed here last. File systems that cannot are taken at their word.
  func sync() throws(SystemFault) {
    guard fsync(descriptor) == 0 || [EINVAL, ENOTSUP, EBADF].contains(errno) else {
      throw SystemFault("fsync")
    }
  }

  private func openBeneath(_ name: PaperName, _ flags: Int32) throws(SystemFault) -> Int32 {
    let path = try name.path()
    var opened = kanhe_open_beneath(descriptor, path, flags)
    if opened < 0, Self.isUnknownCall {
      opened = openat(descriptor, path, flags | O_NOFOLLOW | O_CLOEXEC)
    }
    guard opened >= 0 else { throw SystemFault("open") }
    return opened
  }

  /// The kernel, or a filter in front of it, does not know openat2. Names have no slash in them, so that O_NOFOLLOW
  /// says the same; a mount on a sub-folder is noticed when the rename fails.
  private static var isUnknownCall: Bool { [ENOSYS, EPERM, E2BIG].contains(errno) }
}

extension PaperName {
  /// The name for a call into the kernel. A row of the store could hold a name that leads elsewhere; it is refused.
  func path() throws(SystemFault) -> [CChar] {
    guard !bytes.isEmpty, bytes != [0x2E], bytes != [0x2E, 0x2E], !bytes.contains(0),
      !bytes.contains(0x2F)
    else { throw SystemFault("name", number: EINVAL) }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }
}
