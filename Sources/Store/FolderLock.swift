import Cases
import Foundation
import Glibc

/// Lets one process at a time make or migrate what lies in a data folder. The lock ends with the process at the latest.
struct FolderLock {
  let folder: DataFolder

  func hold<Value>(_ work: () throws -> Value) throws -> Value {
    let path = folder.url.appending(path: "kanhe.lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(path) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw fault(path) }
    }
    return try work()
  }

  private func fault(_ path: String) -> Problem {
    .unwritable(path, String(cString: strerror(errno)))
  }
}
