package import Cases
import Glibc

/// Whether folders are apart from each other.
enum FolderOverlap {
  /// - Throws: `overlapping_folders`, `no_such_folder`.
  static func check(_ folders: [WatchedFolder], outputs: [String]) throws(Problem) {
    for folder in folders where !folder.mounted {
      do throws(SystemFault) {
        _ = try FolderHandle(path: folder.path)
      } catch {
        throw .noSuchFolder(folder.path, error.text)
      }
    }
    let outputs = outputs.map(resolved)
    let failures = folders.compactMap(\.failures)
    for (index, folder) in folders.enumerated() {
      for other in folders[(index + 1)...]
      where isWithin(folder.path, other.path, asking: !folder.mounted && !other.mounted) {
        throw .overlappingFolders(folder.path, other.path)
      }
      for other in outputs + failures where isWithin(folder.path, other, asking: !folder.mounted) {
        throw .overlappingFolders(folder.path, other)
      }
    }
    for path in failures {
      for other in outputs where isWithin(path, other, asking: true) {
        throw .overlappingFolders(path, other)
      }
    }
  }

  /// The path without links; as it is where it leads nowhere yet.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The same folder, also under another name (a bind mount), or one inside the other.
  ///
  /// - Parameter asking: whether the file system may be asked. A share that hangs would keep the service from starting; that
  ///   one is there under two names is noticed by its lock.
  private static func isWithin(_ one: String, _ other: String, asking: Bool) -> Bool {
    let (left, right) = (one.split(separator: "/"), other.split(separator: "/"))
    if left.starts(with: right) || right.starts(with: left) { return true }
    guard asking, let first = try? FolderHandle(path: one).status(),
      let second = try? FolderHandle(path: other).status()
    else { return false }
    return first.device == second.device && first.inode == second.inode
  }
}

extension WatchedFolder {
  /// A folder with the usual profile. Links on the way to it are resolved once, now.
  package static func standard(at path: String) throws(Problem) -> WatchedFolder {
    guard let real = realpath(path, nil) else {
      throw .noSuchFolder(path, String(cString: strerror(errno)))
    }
    defer { free(real) }
    return WatchedFolder(path: String(cString: real))
  }
}
