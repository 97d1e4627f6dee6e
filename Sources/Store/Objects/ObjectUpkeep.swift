package import Foundation

/// What a hall does with its objects now and then.
extension ObjectStore {
  /// Drafts of this age are nobody's any more.
  private static let draftAge = 3600.0

  /// Seals what older versions stored in the open.
  ///
  /// - Returns: how many documents it were.
  /// - Throws: `Problem.unwritable`, `.databaseFault`.
  package func sealOldObjects() throws -> Int {
    let names = try plain.names()
    for name in names {
      // What is damaged stays as it is, for whoever wants to look into it.
      guard let bytes = plain.get(name) else { continue }
      _ = try put(bytes)
    }
    return names.count
  }

  /// Removes what a process left behind that died: objects that nobody has a key for, and drafts.
  ///
  /// - Returns: how many files it were.
  /// - Throws: `Problem.unwritable`, `.databaseFault`.
  package func removeStrays(at now: Date) throws -> Int {
    // Keys are stored before objects: what lies here already has its key, or never will.
    let found = try shelf.names()
    let kept = try store.objectNames()
    let strays = found.filter { !kept.contains($0) }
    for object in strays { try shelf.remove(object) }
    return strays.count + (try shelf.removeDrafts(olderThan: now - Self.draftAge))
  }
}
