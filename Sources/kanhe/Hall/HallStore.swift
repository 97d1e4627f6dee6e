import Cases
import Foundation
import Settings
import Store

/// The store of a hall alone, for commands that neither read nor issue.
struct HallStore {
  let folder: DataFolder
  let store: CaseStore

  /// A hall that is there: what only looks, copies or settles makes none at a wrong path.
  ///
  /// - Throws: `no_such_hall`, what `CaseStore.init` throws.
  static func existing(_ data: DataOption, _ database: DatabaseOption) async throws -> HallStore {
    let settings = try await Settings.load(dataFolder: data.data, database)
    return try HallStore(
      DataFolder.existing(at: data.url, database: !settings.database.isEmpty), settings)
  }

  /// Made on first use.
  static func open(_ data: DataOption, _ database: DatabaseOption) async throws -> HallStore {
    let settings = try await Settings.load(dataFolder: data.data, database)
    return try HallStore(DataFolder.open(at: data.url), settings)
  }

  /// In the folder's own file, or in the database that the settings name.
  init(_ folder: DataFolder, _ settings: Settings) throws {
    self.folder = folder
    guard !settings.database.isEmpty else {
      store = try CaseStore(in: folder)
      return
    }
    store = try CaseStore(
      in: folder, database: PostgreSQLDatabase(at: PostgreSQLAddress(settings.database)))
  }
}

extension DataOption {
  var url: URL { URL(fileURLWithPath: data, isDirectory: true) }
}

extension Settings {
  /// With the database that the command names, where it names one.
  fileprivate static func load(dataFolder: String, _ database: DatabaseOption) async throws(Problem)
    -> Settings
  {
    var settings = try await load(dataFolder: dataFolder)
    settings.database = database.database ?? settings.database
    return settings
  }
}
