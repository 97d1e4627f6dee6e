import Cases
import Foundation

/// The files of an authority: made in a folder beside the real one and renamed into place as a whole, so that of two
/// processes that begin together one wins and nobody sees half of it.
struct AuthorityFolder {
  /// Names of the files.
  enum Part: String, CaseIterable {
    case authorityKey = "authority-key.pem"
    case authorityCertificate = "authority.pem"
    case sealKey = "seal-key.pem"
    /// Where the seal's key lies in a token, in the place of `sealKey`.
    case tokenKey = "seal-key.token.json"
    case sealCertificate = "seal.pem"
    case record = "seal.json"
    /// Of an SM2 authority: the maker of seals, and the seal that it made (DER).
    case makerKey = "maker-key.pem"
    case makerCertificate = "maker.pem"
    case electronicSeal = "seal.es"
    /// Opens the keys. Whoever keeps it elsewhere gives it to the program instead of this file.
    case passphrase = "passphrase"
  }

  let url: URL

  var exists: Bool { has(Part.record.rawValue) }

  func read(_ part: Part) throws(Problem) -> [UInt8] { try read(part.rawValue) }

  func read(_ name: String) throws(Problem) -> [UInt8] {
    do { return Array(try Data(contentsOf: url.appending(path: name))) } catch {
      throw .badAuthority(name)
    }
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path)
  }

  /// Adds a file; it is on disk when this returns.
  func add(_ bytes: [UInt8], as name: String) throws(Problem) {
    try Self.write(bytes, to: url.appending(path: name).path)
    try Self.sync(folder: url.path)
  }

  /// Puts a new record in the place of the old one; whoever reads sees the one or the other.
  func replaceRecord(_ bytes: [UInt8]) throws(Problem) {
    let draft = ".seal-\(UUID().uuidString)"
    try Self.write(bytes, to: url.appending(path: draft).path)
    guard rename(url.appending(path: draft).path, path(of: .record)) == 0 else {
      throw .unwritable(url.path, String(cString: strerror(errno)))
    }
    try Self.sync(folder: url.path)
  }

  func remove(_ name: String) throws(Problem) {
    guard unlink(url.appending(path: name).path) == 0 || errno == ENOENT else {
      throw .unwritable(url.path, String(cString: strerror(errno)))
    }
    try Self.sync(folder: url.path)
  }

  /// One process at a time changes the folder.
  func locked<Value>(_ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    let descriptor = open(url.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(url.path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else {
      throw .unwritable(url.path, String(cString: strerror(errno)))
    }
    return try body()
  }

  /// Puts all files in place at once; does nothing where another process was first.
  func create(_ parts: [Part: [UInt8]]) throws(Problem) {
    let parent = url.deletingLastPathComponent()
    let making = parent.appending(path: ".\(url.lastPathComponent)-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: making) }
    do {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        at: making, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch { throw .unwritable(parent.path, error.localizedDescription) }
    for (part, bytes) in parts {
      try Self.write(bytes, to: making.appending(path: part.rawValue).path)
    }
    try Self.sync(folder: making.path)
    if rename(making.path, url.path) != 0, errno != EEXIST, errno != ENOTEMPTY {
      throw .unwritable(url.path, String(cString: strerror(errno)))
    }
    try Self.sync(folder: parent.path)
  }

  private func path(of part: Part) -> String { url.appending(path: part.rawValue).path }

  /// A new file that only its owner can read, on disk when this returns.
  private static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path, String(cString: strerror(errno))) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw .unwritable(path, String(cString: strerror(errno))) }
  }

  private static func sync(folder path: String) throws(Problem) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unwritable(path, String(cString: strerror(errno))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .unwritable(path, String(cString: strerror(errno))) }
  }
}
