package import Cases
import Glibc

/// A small file that only its owner may read, written once and whole.
package struct PrivateFile {
  private static let largest = 16_384

  package let path: String

  package init(path: String) { self.path = path }

  /// The content, or nil where there is no such file. Links and files that others may read are
  /// refused.
  package func read() throws(Problem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw fault()
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw fault() }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0 else {
      throw .keyFile(path, "mode \(String(status.st_mode & 0o7777, radix: 8))")
    }
    var content = [UInt8](repeating: 0, count: Self.largest)
    let count = Glibc.read(descriptor, &content, content.count)
    guard count >= 0 else { throw fault() }
    return Array(content.prefix(count))
  }

  /// Writes the file whole or not at all. Where another process was first, its file stays and this
  /// one's content is dropped.
  package func create(_ content: [UInt8]) throws(Problem) {
    // A link cannot overwrite, unlike a rename: that is what makes the first writer win.
    let draft = "\(path).\(getpid()).\(UInt32.random(in: 0 ... .max))"
    try write(content, to: draft)
    defer { unlink(draft) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw fault() }
    try syncFolder()
  }

  private func write(_ content: [UInt8], to draft: String) throws(Problem) {
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, content, content.count) == content.count, fsync(descriptor) == 0
    else {
      let problem = fault()
      unlink(draft)
      throw problem
    }
  }

  private func syncFolder() throws(Problem) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw fault() }
  }

  private func fault() -> Problem { .keyFile(path, String(cString: strerror(errno))) }
}
