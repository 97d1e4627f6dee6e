import Cases
import Crypto
import Foundation
import Glibc

/// The key of a data folder: AES-256-GCM over what must not lie in the open. Cannot be printed.
struct DataKey: Sendable {
  private let key: SymmetricKey

  /// `keys/data.key`.
  ///
  /// - Throws: `Problem.dataKeyUnusable`, also where there is none.
  init(of folder: DataFolder) throws {
    let path = folder.dataKey.path
    guard let bytes = try Self.content(of: path) else {
      throw Problem.dataKeyUnusable(path, String(cString: strerror(ENOENT)))
    }
    guard bytes.count == 32 else { throw Problem.dataKeyUnusable(path, "32 bytes") }
    key = SymmetricKey(data: bytes)
  }

  /// As `init`, but made where there is none: for a hall that nothing was sealed in yet. Processes that come at the same
  /// moment get the same key.
  ///
  /// - Throws: `Problem.dataKeyUnusable`, `.unwritable`.
  static func make(in folder: DataFolder) throws -> DataKey {
    if try content(of: folder.dataKey.path) == nil {
      let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
      try DurableFile(path: folder.dataKey.path).write(fresh, .keepFirst)
    }
    return try DataKey(of: folder)
  }

  /// nonce ‖ ciphertext ‖ tag, bound to `context`.
  func seal(_ plain: some DataProtocol, for context: String) throws -> Data {
    guard
      let sealed = try? AES.GCM.seal(plain, using: key, authenticating: Data(context.utf8)).combined
    else { throw Problem.internalFault("AES-GCM") }
    return sealed
  }

  /// Nil where key, context or content are not those of `seal`.
  func open(_ sealed: Data, for context: String) -> Data? {
    guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
    return try? AES.GCM.open(box, using: key, authenticating: Data(context.utf8))
  }

  /// What only who has the key can work out from the text: HMAC-SHA256 under a key for this purpose, in hexadecimal.
  func code(of text: String, for purpose: String) -> String {
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key, info: Data(purpose.utf8), outputByteCount: 32)
    return hexadecimal(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: derived))
  }

  /// Nil where there is no such file. A link, and a file that others may read, is no key.
  private static func content(of path: String) throws -> Data? {
    let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw Problem.dataKeyUnusable(path, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem.dataKeyUnusable(path, "no regular file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Problem.dataKeyUnusable(path, "mode \(String(status.st_mode & 0o777, radix: 8))")
    }
    var bytes = [UInt8](repeating: 0, count: 33)
    let count = read(descriptor, &bytes, bytes.count)
    return Data(bytes.prefix(max(0, count)))
  }
}

extension DataKey: CustomStringConvertible, CustomReflectable {
  var description: String { "DataKey" }
  var customMirror: Mirror { Mirror(self, children: [:]) }
}
