import Glibc

/// What the file system says of a file. While two of these are equal, nothing was written in between.
struct FileStatus: Sendable, Equatable {
  enum Kind: Sendable { case file, folder, other }

  let kind: Kind
  let device: UInt64
  let inode: UInt64
  let links: Int
  let bytes: Int
  /// Last change of the content, in nanoseconds since 1970. Whoever copies a file may set it.
  let modified: Int64
  /// Last change of anything: content, name, mode. Only the file system sets it.
  let changed: Int64

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    links = Int(status.st_nlink)
    bytes = Int(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// The content of the claimed file: a rename changes `changed`, but not this.
  func hasContent(of file: ClaimedFile) -> Bool {
    kind == .file && inode == file.inode && bytes == file.bytes && modified == file.modified
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    let (seconds, overflow) = Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? (time.tv_sec < 0 ? .min : .max) : seconds &+ Int64(time.tv_nsec)
  }
}
