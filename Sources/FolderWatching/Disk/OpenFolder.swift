import Glibc

/// A watched folder while papers are taken from it, with the folders of our own in it.
///
/// It is opened for each pass and closed after it: an open folder would keep a share from being unmounted. The lock
/// lasts as long.
struct OpenFolder: Sendable {
  static let privateName = PaperName(".kanhe")
  static let failuresName = PaperName("kanhe-failed")

  let root: FolderHandle
  /// Files that have left the watched folder and are not accepted yet.
  let claimed: FolderHandle
  let receipts: FolderHandle
  private let own: FolderHandle

  /// - Throws: a fault of the file system, where the folder is away or may not be written to.
  init(at path: String) throws(SystemFault) { try self.init(FolderHandle(path: path)) }

  /// - Parameter root: the watched folder, which is sure to be the right one.
  init(_ root: FolderHandle) throws(SystemFault) {
    self.root = root
    own = try root.madeFolder(Self.privateName, mode: 0o755)
    claimed = try own.madeFolder(PaperName("claimed"), mode: 0o700)
    receipts = try own.madeFolder(PaperName("receipts"), mode: 0o750)
  }

  /// Keeps other processes out while this value lives.
  /// - Returns: false where another process is in.
  func lock() throws(SystemFault) -> Bool {
    if flock(own.descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else {
      // A share without locks: rows and renames keep papers from being taken twice there, too.
      guard [EOPNOTSUPP, ENOLCK, EINVAL, EBADF].contains(errno) else { throw SystemFault("flock") }
      return true
    }
    return false
  }

  /// The sub-folder of that name, or the folder itself.
  func folder(_ name: PaperName?) throws(SystemFault) -> FolderHandle {
    guard let name else { return root }
    return try root.folder(name)
  }
}
