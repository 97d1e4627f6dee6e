import Cases
import Foundation
import Glibc

/// Copies a folder in which others work. Files come into place there by being moved, so each is whole; one that is gone when its
/// turn comes is left out, and one that was copied before stays as it was. Of a link at the top what it leads to is copied:
/// halls of several machines share folders so. Sockets and drafts are not copied.
struct FolderCopy {
  let source: URL
  let target: URL

  struct Count {
    var files = 0
    var bytes = 0
  }

  /// - Parameters:
  ///   - without: names at the top that are left out, with SQLite's journals beside them.
  ///   - isWanted: by the path below the folder; folders are made in any case.
  /// - Throws: `Problem.unwritable`; `.unreadableFile` for what is there and cannot be copied.
  func run(without: [String] = [], where isWanted: (String) -> Bool = { _ in true }) throws -> Count
  {
    let left = without.flatMap { [$0, "\($0)-wal", "\($0)-shm", "\($0)-journal"] }
    var count = Count()
    for name in try paths(below: source).sorted()
    where !left.contains(name) && !DurableFile.isDraft(name) {
      try copy(name, followingLinks: !name.contains("/"), where: isWanted, &count)
    }
    // The folders.
    sync()
    return count
  }

  private func copy(
    _ name: String, followingLinks: Bool, where isWanted: (String) -> Bool, _ count: inout Count
  ) throws {
    let (from, to) = (source.appending(path: name).path, target.appending(path: name).path)
    var status = stat()
    guard lstat(from, &status) == 0 else {
      guard isGone else { throw unreadable(from) }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: try makeFolder(to)
    case S_IFREG: if isWanted(name) { try copy(from, to, &count) }
    case S_IFLNK:
      // Elsewhere nothing of ours is a link, and what it leads to might have no end.
      guard followingLinks, stat(from, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw Problem.unreadableFile("\(from): link")
      }
      try copyFolder(behind: name, where: isWanted, &count)
    default: break
    }
  }

  private func copyFolder(
    behind name: String, where isWanted: (String) -> Bool, _ count: inout Count
  ) throws {
    try makeFolder(target.appending(path: name).path)
    for inner in try paths(below: source.appending(path: name)).sorted()
    where !DurableFile.isDraft(inner) {
      try copy("\(name)/\(inner)", followingLinks: false, where: isWanted, &count)
    }
  }

  private func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw fault(path) }
  }

  /// Nothing where it is gone, or was copied before.
  private func copy(_ from: String, _ to: String, _ count: inout Count) throws {
    let input = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else {
      guard isGone else { throw unreadable(from) }
      return
    }
    defer { close(input) }
    let output = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else {
      if errno == EEXIST { return }
      throw fault(to)
    }
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let length = read(input, &buffer, buffer.count)
      if length < 0, errno == EINTR { continue }
      guard length >= 0 else { throw unreadable(from) }
      guard length > 0 else { break }
      guard write(output, buffer, length) == length else { throw fault(to) }
      count.bytes += length
    }
    guard fsync(output) == 0 else { throw fault(to) }
    count.files += 1
  }

  /// Removed, or replaced by a link.
  private var isGone: Bool { errno == ENOENT || errno == ELOOP }

  private func unreadable(_ path: String) -> Problem {
    .unreadableFile("\(path): \(String(cString: strerror(errno)))")
  }

  private func fault(_ path: String) -> Problem {
    .unwritable(path, String(cString: strerror(errno)))
  }
}
