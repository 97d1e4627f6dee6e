import Cases
import Foundation
import Settings
import Store

/// The store of a hall alone, for commands that neither read nor issue.
enum HallStore {
  static func open(_ data: String) async throws -> CaseStore {
    try open(
      try DataFolder.open(at: URL(fileURLWithPath: data, isDirectory: true)),
      try await Settings.load(dataFolder: data))
  }

  /// In the folder's own file, or in the database that the settings name.
  static func open(_ folder: DataFolder, _ settings: Settings) throws -> CaseStore {
    guard !settings.database.isEmpty else { return try CaseStore(in: folder) }
    return try CaseStore(
      in: folder, database: PostgreSQLDatabase(at: PostgreSQLAddress(settings.database)))
  }
}
