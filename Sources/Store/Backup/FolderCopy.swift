import Cases
import Foundation
import Glibc

/// Copies a folder in which others work. Files come into place there by being moved, so each is whole; one that is gone when its
/// turn comes is left out. Links, sockets and drafts are not copied.
struct FolderCopy {
  let source: URL
  let target: URL

  /// - Parameter without: names at the top that are left out, with SQLite's journals beside them.
  /// - Throws: `Problem.unwritable`; `.unreadableFile` for what is there and cannot be copied.
  func run(without: [String]) throws -> (files: Int, bytes: Int) {
    let left = without.flatMap { [$0, "\($0)-wal", "\($0)-shm", "\($0)-journal"] }
    var (files, bytes) = (0, 0)
    for name in try paths(below: source).sorted()
    where !left.contains(name) && !DurableFile.isDraft(name) {
      let (from, to) = (source.appending(path: name).path, target.appending(path: name).path)
      var status = stat()
      guard lstat(from, &status) == 0 else {
        guard isGone else { throw unreadable(from) }
        continue
      }
      if status.st_mode & S_IFMT == S_IFDIR {
        guard mkdir(to, 0o700) == 0 else { throw fault(to) }
      } else if status.st_mode & S_IFMT == S_IFREG, let count = try copy(from, to) {
        (files, bytes) = (files + 1, bytes + count)
      }
    }
    // The folders.
    sync()
    return (files, bytes)
  }

  /// Nil where it is gone.
  private func copy(_ from: String, _ to: String) throws -> Int? {
    let input = open(from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else {
      guard isGone else { throw unreadable(from) }
      return nil
    }
    defer { close(input) }
    let output = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw fault(to) }
    defer { close(output) }
    var total = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(from) }
      guard count > 0 else { break }
      guard write(output, buffer, count) == count else { throw fault(to) }
      total += count
    }
    guard fsync(output) == 0 else { throw fault(to) }
    return total
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
