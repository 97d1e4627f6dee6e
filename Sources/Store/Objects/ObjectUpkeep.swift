import Cases
package import Foundation

/// What a hall does with its objects now and then.
extension ObjectStore {
  /// Drafts of this age are nobody's any more.
  private static let draftAge = 3600.0
  /// Nor are objects of this age that nobody has a key for. Until then, whoever restored an older database by mistake can
  /// put the right one in its place.
  private static let strayAge = 30 * 86_400.0
  /// So many old objects are sealed at a time.
  private static let mostSealed = 1_000

  /// Seals what versions up to 0.3.0 stored in the open, some of it at a time.
  ///
  /// - Returns: how many documents it were.
  /// - Throws: `Problem.unwritable`, `.databaseFault`.
  package func sealOldObjects() throws -> Int {
    var count = 0
    for name in try plain.names() where count < Self.mostSealed {
      // What is damaged stays as it is, for whoever wants to look into it.
      guard let bytes = plain.get(name) else { continue }
      try putNamed(bytes)
      count += 1
    }
    return count
  }

  /// Deletes documents that were stored and that no case ever named: their application was refused, or a process died.
  /// The keys go first, out of the database's journal too; what is left is worth nothing.
  ///
  /// - Parameter age: milliseconds since somebody stored them last.
  /// - Returns: how many documents it were.
  /// - Throws: `Problem.unwritable`, `.databaseFault`.
  package func forgetUnnamed(olderThan age: Int64 = 86_400_000) throws -> Int {
    let objects = try store.eraseUnnamedKeys(olderThan: age)
    guard !objects.isEmpty else { return 0 }
    try store.database.scrub()
    for object in objects { try shelf.remove(object) }
    return objects.count
  }

  /// Removes what a process left behind that died: objects that nobody has a key for, and drafts.
  ///
  /// - Returns: how many files it were.
  /// - Throws: `Problem.unknownObjects` where that is most of what is there: then this is hardly the database that it belongs
  ///   to, and nothing is removed; `.unwritable`, `.databaseFault`.
  package func removeStrays(at now: Date) throws -> Int {
    // Keys are stored before objects: what lies here already has its key, or never will.
    let found = try shelf.names(olderThan: now - Self.strayAge)
    let kept = try store.objectNames()
    let strays = found.filter { !kept.contains($0) }
    guard strays.count <= kept.count else { throw Problem.unknownObjects(strays.count) }
    for object in strays { try shelf.remove(object) }
    return strays.count + (try shelf.removeDrafts(olderThan: now - Self.draftAge))
  }
}
