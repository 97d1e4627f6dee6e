import Cases
import Crypto
import Foundation

/// The submitted files, by the SHA-256 of their content. A file that is stored is on the disk, under a key of its own that the
/// database keeps, wrapped under the data folder's key.
package struct ObjectStore: Sendable {
  let shelf: any ObjectShelf
  let plain: PlainObjects
  let store: CaseStore

  package init(in folder: DataFolder, of store: CaseStore) {
    self.init(on: FolderShelf(folder: folder.objects), in: folder, of: store)
  }

  init(on shelf: any ObjectShelf, in folder: DataFolder, of store: CaseStore) {
    (self.shelf, self.store) = (shelf, store)
    plain = PlainObjects(folder: folder.objects)
  }

  /// Stores the bytes once, however often they are handed in.
  ///
  /// - Returns: their SHA-256, lower-case hexadecimal.
  /// - Throws: `Problem.unwritable`, `.databaseFault`.
  package func put(_ bytes: [UInt8]) throws -> String {
    let name = Self.name(of: bytes)
    var object: String
    repeat {
      let sealed = sealed(try store.makeObjectKey(of: name))
      object = sealed.name
      // Replacing heals an object that a failing disk has damaged.
      if !isWhole(sealed) { try shelf.put(object) { try sealed.seal(bytes, to: $0) } }
      // It may have been forgotten meanwhile.
    } while try store.objectKey(of: name)?.object != object
    try plain.remove(name)
    return name
  }

  /// As `put`, for a document that a case names already.
  func putNamed(_ bytes: [UInt8]) throws {
    let name = Self.name(of: bytes)
    // Before the copy in the open goes.
    _ = try store.makeObjectKey(of: name)
    try store.write { try store.nameObject(of: name, $0) }
    _ = try put(bytes)
  }

  /// - Throws: `Problem.damagedObject` where the object is missing, was forgotten, or is not what its name says.
  package func get(_ name: String) throws -> [UInt8] {
    try check(name)
    guard let key = try store.objectKey(of: name), let source = try shelf.open(key.object) else {
      // Its key may be there already, and it is about to be sealed.
      guard let bytes = plain.get(name) else { throw Problem.damagedObject(name) }
      return bytes
    }
    let sealed = sealed(key)
    var bytes: [UInt8] = []
    // More than what a file may have is not believed.
    bytes.reserveCapacity(min(source.size, 1 << 30))
    try sealed.open(source) { bytes += $0 }
    guard Self.name(of: bytes) == name else { throw Problem.damagedObject(name) }
    return bytes
  }

  private func isWhole(_ sealed: SealedObject) -> Bool {
    guard let source = try? shelf.open(sealed.name) else { return false }
    return (try? sealed.open(source) { _ in }) != nil
  }

  private func sealed(_ key: ObjectKey) -> SealedObject {
    SealedObject(name: key.object, key: key.key)
  }

  private func check(_ name: String) throws {
    guard Self.isName(name) else { throw Problem.damagedObject(name) }
  }

  static func isName(_ text: String) -> Bool {
    text.utf8.count == 64 && text.allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// What `put` would call them.
  package static func name(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }
}

/// Two lower-case digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
