import Cases
import Foundation
import Glibc

/// Objects as files, `ab/abcd….sealed`, in folders by the first two characters of their names.
struct FolderShelf: ObjectShelf {
  static let suffix = ".sealed"

  let folder: URL

  func put(_ name: String, _ fill: ((ArraySlice<UInt8>) throws -> Void) throws -> Void) throws {
    let place = place(of: name)
    let parent = place.deletingLastPathComponent().path
    guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
      throw Problem.unwritable(parent, String(cString: strerror(errno)))
    }
    try DurableFile(path: place.path).write(.replace, fill)
    try DurableFile(path: parent).syncFolder()
  }

  func open(_ name: String) throws -> (any ObjectSource)? {
    try FileSource(path: place(of: name).path)
  }

  func remove(_ name: String) throws {
    let path = place(of: name).path
    if unlink(path) != 0 {
      guard errno == ENOENT else {
        throw Problem.unwritable(path, String(cString: strerror(errno)))
      }
      return
    }
    try DurableFile(path: path).syncFolder()
  }

  func names(olderThan limit: Date) throws -> [String] {
    try paths(below: folder).compactMap { path in
      guard path.hasSuffix(Self.suffix), let name = path.split(separator: "/").last,
        isOlder(folder.appending(path: path).path, than: limit)
      else { return nil }
      return String(name.dropLast(Self.suffix.count))
    }
  }

  func removeDrafts(olderThan limit: Date) throws -> Int {
    let drafts = try paths(below: folder)
      .filter(DurableFile.isDraft)
      .map { folder.appending(path: $0).path }
      .filter { isOlder($0, than: limit) }
    for path in drafts where unlink(path) != 0 && errno != ENOENT {
      throw Problem.unwritable(path, String(cString: strerror(errno)))
    }
    return drafts.count
  }

  private func isOlder(_ path: String, than limit: Date) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && Double(status.st_mtim.tv_sec) < limit.timeIntervalSince1970
  }

  private func place(of name: String) -> URL {
    folder.appending(path: String(name.prefix(2))).appending(path: name + Self.suffix)
  }
}

/// A file that is read from its beginning.
private final class FileSource: ObjectSource {
  private let descriptor: Int32

  var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Nil where there is no such file.
  init?(path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ELOOP { return nil }
      throw Problem.unreadableFile("\(path): \(String(cString: strerror(errno)))")
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func next(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let read = Glibc.read(descriptor, rest.baseAddress, rest.count)
        if read < 0, errno == EINTR { continue }
        guard read >= 0 else {
          throw Problem.databaseFault("reading an object: \(String(cString: strerror(errno)))")
        }
        if read == 0 { return }
        filled += read
      }
    }
  }
}
