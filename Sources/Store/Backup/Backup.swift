import Cases
package import Foundation
import Glibc

/// What a backup says of itself, in its `backup.json`, which is written last: without it the backup is not whole.
package struct Backup: Sendable, Equatable, Codable {
  /// RFC 3339, UTC.
  package var madeAt: String
  /// The database's copy, in the backup.
  package var database: String
  package var files: Int
  package var bytes: Int

  enum CodingKeys: String, CodingKey {
    case madeAt = "made_at"
    case database, files, bytes
  }
}

extension CaseStore {
  /// Copies everything of a hall into a new folder, beside whoever works: one moment of the database, then the files,
  /// because an object is there before a row names it. Only what versions up to 0.3.0 stored in the open is copied first: once
  /// it is sealed under a key that this moment does not know, nothing else of it is left. With SQLite the backup is itself a data folder. It holds the keys,
  /// and is as secret as the original.
  ///
  /// - Throws: `Problem.unwritable`, `.databaseFault`, `.backupTool`.
  package func backUp(_ folder: DataFolder, to target: URL, at now: Date) throws -> Backup {
    let target = target.standardizedFileURL
    try BackupFolder(url: target).make(outside: folder.url.standardizedFileURL)
    let old = try FolderCopy(source: folder.url, target: target).run { path in
      path.hasPrefix("\(folder.objects.lastPathComponent)/") && PlainObjects.name(in: path) != nil
    }
    let name = database.dialect == .sqlite ? folder.database.lastPathComponent : BackupNames.dump
    try database.copy(to: target.appending(path: name))
    let copied = try FolderCopy(source: folder.url, target: target).run(
      without: [folder.database.lastPathComponent, "kanhe.lock"] + BackupNames.all)
    let backup = Backup(
      madeAt: now.formatted(.iso8601), database: name, files: old.files + copied.files,
      bytes: old.bytes + copied.bytes)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try DurableFile(path: target.appending(path: BackupNames.summary).path)
      .write(encoder.encode(backup), .new)
    return backup
  }
}

/// What a backup holds beside the folder's files. A folder that was restored may still hold them: they are of the old backup.
private enum BackupNames {
  static let summary = "backup.json"
  static let dump = "kanhe.pgdump"
  static let all = [summary, dump]
}

/// The folder that a backup is made in: new, or empty, and for its owner only.
private struct BackupFolder {
  let url: URL

  func make(outside source: URL) throws {
    guard !"\(url.path)/".hasPrefix("\(source.path)/") else {
      throw Problem.unwritable(url.path, "inside of the data folder")
    }
    if mkdir(url.path, 0o700) != 0, errno != EEXIST {
      throw Problem.unwritable(url.path, String(cString: strerror(errno)))
    }
    guard try paths(below: url).isEmpty else {
      throw Problem.unwritable(url.path, String(cString: strerror(ENOTEMPTY)))
    }
  }
}
