import CLinuxFolders
import Dispatch
import Glibc

/// Hints of the kernel that something happened in a folder. They may be lost or false; they only shorten the wait.
final class FolderHints {
  private let descriptor: Int32
  private let source: any DispatchSourceRead

  /// - Parameter ring: is called for every bundle of changes.
  init?(ring: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "kanhe.hints"))
    source.setEventHandler {
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      ring()
    }
    source.setCancelHandler { close(descriptor) }
    source.resume()
  }

  deinit { source.cancel() }

  /// Asks for hints of a folder; to ask again costs nothing.
  /// - Returns: whether there will be any.
  func watch(_ path: String) -> Bool {
    let events =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE) | UInt32(IN_ATTRIB)
      | UInt32(IN_ONLYDIR) | UInt32(IN_DONT_FOLLOW)
    return inotify_add_watch(descriptor, path, events) >= 0
  }
}
