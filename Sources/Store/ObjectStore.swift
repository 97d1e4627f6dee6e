import Cases
import Crypto
import Foundation
import Glibc

/// The submitted files, by the SHA-256 of their content: `objects/ab/abcd…`. A file that is stored is on the disk.
package struct ObjectStore: Sendable {
  private let folder: URL

  package init(in folder: DataFolder) { self.folder = folder.objects }

  /// Stores the bytes once, however often they are handed in.
  ///
  /// - Returns: their SHA-256, lower-case hexadecimal.
  /// - Throws: `Problem.unwritable`.
  package func put(_ bytes: [UInt8]) throws -> String {
    let name = Self.name(of: bytes)
    let place = try place(of: name)
    if (try? get(name)) != nil { return name }
    let parent = place.deletingLastPathComponent().path
    guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
      throw Problem.unwritable(parent, String(cString: strerror(errno)))
    }
    // Replacing heals an object that a failing disk has damaged.
    try DurableFile(path: place.path).write(bytes, .replace)
    return name
  }

  /// - Throws: `Problem.damagedObject` where the object is missing or is not what its name says.
  package func get(_ name: String) throws -> [UInt8] {
    guard let content = try? Data(contentsOf: place(of: name)) else {
      throw Problem.damagedObject(name)
    }
    let bytes = [UInt8](content)
    guard Self.name(of: bytes) == name else { throw Problem.damagedObject(name) }
    return bytes
  }

  private func place(of name: String) throws -> URL {
    guard name.utf8.count == 64, name.allSatisfy({ "0123456789abcdef".contains($0) }) else {
      throw Problem.damagedObject(name)
    }
    return folder.appending(path: String(name.prefix(2))).appending(path: name)
  }

  private static func name(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
