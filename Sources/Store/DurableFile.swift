import Cases
import Glibc

/// Writes a file whole or not at all: a draft beside it, synced, then moved into place, and the folder synced.
/// Only the owner may read it.
package struct DurableFile {
  package enum Placing {
    /// What was there is replaced.
    case replace
    /// What was there stays, and the new content is dropped.
    case keepFirst
    /// Where something was there, the new content is dropped, and that is a problem.
    case new
  }

  let path: String

  package init(path: String) { self.path = path }

  /// Whether this is what `write` leaves behind where it is killed: `name.PROCESS.NUMBER`.
  static func isDraft(_ path: String) -> Bool {
    let parts = path.split(separator: ".").suffix(2)
    let digits: ClosedRange<UInt8> = 0x30...0x39
    return parts.count == 2 && parts.allSatisfy { $0.utf8.allSatisfy { digits.contains($0) } }
  }

  /// - Throws: `Problem.unwritable`.
  package func write(_ bytes: some Collection<UInt8>, _ placing: Placing) throws {
    try write(placing) { try $0(Array(bytes)[...]) }
  }

  /// What `fill` hands over piece by piece.
  ///
  /// - Throws: `Problem.unwritable`; what `fill` throws.
  func write(
    _ placing: Placing, _ fill: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let draft = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max))"
    try writeDraft(draft, fill)
    defer { unlink(draft) }
    let moved =
      switch placing {
      case .replace: rename(draft, path) == 0
      case .keepFirst: link(draft, path) == 0 || errno == EEXIST
      case .new: link(draft, path) == 0
      }
    guard moved else { throw fault() }
    try syncFolder()
  }

  private func writeDraft(
    _ draft: String, _ fill: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) throws {
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    do {
      try fill { try writeAll($0, to: descriptor) }
      guard fsync(descriptor) == 0 else { throw fault() }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws {
    try bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw fault() }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// What was moved into the folder, or out of it, stays so when the power fails.
  func syncFolder() throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault() }
  }

  private func fault() -> Problem { .unwritable(path, String(cString: strerror(errno))) }
}
