import CLinuxFolders
import Glibc

/// What kind of file system a folder lies on, and how much is free there.
struct FileSystem {
  /// The kernel's number of the kind (linux/magic.h).
  let kind: UInt32

  init(of folder: FolderHandle) throws(SystemFault) {
    var status = statfs()
    guard fstatfs(folder.descriptor, &status) == 0 else { throw SystemFault("statfs") }
    kind = UInt32(truncatingIfNeeded: status.f_type)
  }

  init(kind: UInt32) { self.kind = kind }

  /// Whether the kernel tells of every change. Network and stacked file systems (NFS, SMB, FUSE, 9p, overlay …) are
  /// changed behind its back, and one that is not known here is not relied on.
  var tellsOfChanges: Bool { Self.local.contains(kind) }

  /// Btrfs, ext2 to ext4, F2FS, tmpfs, XFS, ZFS, bcachefs.
  private static let local: Set<UInt32> = [
    0x9123_683E, 0xEF53, 0xF2F5_2010, 0x0102_1994, 0x5846_5342, 0x2FC1_2FC1, 0xCA45_1A4E,
  ]

  /// Bytes that an ordinary user may still write on the file system of a path; nil where it cannot be told.
  static func freeBytes(at path: String) -> Int? {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return nil }
    let (bytes, overflow) = UInt(status.f_bavail).multipliedReportingOverflow(
      by: UInt(status.f_frsize))
    return overflow ? .max : Int(clamping: bytes)
  }
}
