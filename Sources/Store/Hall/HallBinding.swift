import Cases

/// Keeps a data folder and its database together: both name the same hall, and the database was filled under the folder's
/// key. With another database every paper in the folder would look like a stray, and with another key nothing could
/// be opened; so either is refused before anything is changed.
struct HallBinding {
  private let folder: DataFolder
  private let dialect: SQLDialect
  private let mark: HallMark?

  /// - Throws: `Problem.databaseNotNamed`, `.databaseCannotChange`, `.hallMarkUnusable`.
  init(of folder: DataFolder, in dialect: SQLDialect) throws {
    let mark = try HallMark(of: folder)
    switch (mark?.database, dialect) {
    case (.postgresql, .sqlite): throw Problem.databaseNotNamed(folder.url.path)
    case (.sqlite, .postgresql): throw Problem.databaseCannotChange(folder.url.path)
    default: break
    }
    (self.folder, self.dialect, self.mark) = (folder, dialect, mark)
  }

  /// The folder's own database, made where the folder is new.
  ///
  /// - Throws: `Problem.databaseWithoutHall`, `.unwritable`, `.databaseFault`.
  func ownDatabase() throws -> SQLiteDatabase {
    guard try folder.hasDatabase || mark == nil && !holdsPapers else {
      throw Problem.databaseWithoutHall(folder.url.path)
    }
    try folder.makeDatabaseFile()
    return try SQLiteDatabase(file: folder.database)
  }

  /// Brings the database up to date, after making sure that it is this folder's. One that is new becomes it.
  ///
  /// - Returns: the hall's data key.
  /// - Throws: `Problem.anotherHall`, `.databaseWithoutHall`, `.dataKeyUnusable`, `.newerSchema`, `.databaseFault`.
  func open(_ database: any SQLDatabase) throws -> DataKey {
    let key = try key(of: database)
    try database.migrate(Schema.steps(for: dialect, key), at: folder.url.path)
    // Somebody else may have been the first, with a key of his own.
    guard let hall = try database.read({ try HallRow(in: $0) }) else {
      throw Problem.internalFault("a database without a hall")
    }
    guard hall.fits(key) else { throw Problem.dataKeyUnusable(folder.dataKey.path, "another key") }
    let bound = HallMark(id: hall.id, database: dialect)
    if mark == nil { try bound.keep(in: folder) }
    guard try HallMark(of: folder) == bound else { throw Problem.anotherHall(folder.url.path) }
    return key
  }

  /// The key that the database was filled under; a new one where nothing is in it and nothing in the folder.
  private func key(of database: any SQLDatabase) throws -> DataKey {
    if let hall = try database.read({ try HallRow(in: $0) }) {
      guard mark == nil || mark?.id == hall.id else {
        throw Problem.anotherHall(folder.url.path)
      }
      return try existingKey { hall.fits($0) }
    }
    guard mark == nil else { throw Problem.databaseWithoutHall(folder.url.path) }
    let unnamed = try database.read { try UnnamedHall(in: $0) }
    guard try !holdsOthers(than: unnamed) else {
      throw Problem.databaseWithoutHall(folder.url.path)
    }
    return try unnamed.isEmpty ? DataKey.make(in: folder) : existingKey(unnamed.fits)
  }

  private func existingKey(_ fits: (DataKey) -> Bool) throws -> DataKey {
    let key = try DataKey(of: folder)
    guard fits(key) else { throw Problem.dataKeyUnusable(folder.dataKey.path, "another key") }
    return key
  }

  /// Whether what lies in the folder is for the most part another database's.
  private func holdsOthers(than hall: UnnamedHall) throws -> Bool {
    if hall.isEmpty { return try dialect == .postgresql && folder.hasDatabase || holdsPapers }
    let objects = try objects
    let known = objects.count { hall.objects.contains($0) }
    return objects.count - known > known
  }

  private var holdsPapers: Bool {
    get throws {
      try !objects.isEmpty || !PlainObjects(folder: folder.objects).names().isEmpty
    }
  }

  private var objects: [String] {
    get throws { try FolderShelf(folder: folder.objects).names(olderThan: .distantFuture) }
  }
}
