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
    let watched = folders.map(\.path)
    let written = outputs.map(resolved) + folders.compactMap(\.failures)
    for (index, path) in watched.enumerated() {
      for other in watched[(index + 1)...] + written where isWithin(path, other) {
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
  private static func isWithin(_ one: String, _ other: String) -> Bool {
    let (left, right) = (one.split(separator: "/"), other.split(separator: "/"))
    if left.starts(with: right) || right.starts(with: left) { return true }
    guard let first = try? FolderHandle(path: one).status(),
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
