import Cases
import Foundation
import Glibc

/// Files as older versions stored them: in the open, by the SHA-256 of their content, `ab/abcd…`. Only read, and removed.
struct PlainObjects {
  let folder: URL

  func get(_ name: String) -> [UInt8]? {
    guard let content = try? Data(contentsOf: place(of: name)) else { return nil }
    let bytes = [UInt8](content)
    return ObjectStore.name(of: bytes) == name ? bytes : nil
  }

  func names() throws -> [String] {
    try paths(below: folder).compactMap(Self.name)
  }

  /// The document's name, where the path is that of one.
  static func name(in path: String) -> String? {
    path.split(separator: "/").last.map(String.init).flatMap { ObjectStore.isName($0) ? $0 : nil }
  }

  func remove(_ name: String) throws {
    let path = place(of: name).path
    guard unlink(path) == 0 else {
      if errno == ENOENT { return }
      throw Problem.unwritable(path, String(cString: strerror(errno)))
    }
    try DurableFile(path: path).syncFolder()
  }

  private func place(of name: String) -> URL {
    folder.appending(path: String(name.prefix(2))).appending(path: name)
  }
}
