import Cases
package import Foundation
import Glibc

/// The folder that holds everything of one hall. Made on first use; only its owner may look inside.
package struct DataFolder: Sendable {
  package let url: URL

  package var database: URL { url.appending(path: "kanhe.sqlite") }
  package var keys: URL { url.appending(path: "keys") }
  package var objects: URL { url.appending(path: "objects") }
  package var out: URL { url.appending(path: "out") }
  /// Says which hall this is.
  var mark: URL { url.appending(path: "hall.json") }
  var dataKey: URL { keys.appending(path: "data.key") }

  /// Makes what is missing. A folder that is there keeps its mode; the folders inside are always 0700.
  ///
  /// - Throws: `Problem.unwritable`.
  package static func open(at url: URL) throws -> DataFolder {
    let folder = DataFolder(url: url.absoluteURL)
    try folder.makeRoot()
    for inner in [folder.keys, folder.objects, folder.out] {
      try folder.make(inner)
      guard chmod(inner.path, 0o700) == 0 else { throw folder.fault(inner) }
    }
    return folder
  }

  /// The folder of a hall that is there already, for whoever only looks or copies: a wrong path is no empty hall.
  ///
  /// - Parameter database: whether the hall's database is named; without one it is the folder's own.
  /// - Throws: `Problem.noSuchHall`, `.unwritable`.
  package static func existing(at url: URL, database isNamed: Bool) throws -> DataFolder {
    let folder = DataFolder(url: url.absoluteURL)
    let isThere =
      folder.hasFile(folder.mark)
      || (isNamed ? folder.hasFile(folder.dataKey) : folder.hasDatabase)
    guard isThere else { throw Problem.noSuchHall(url.path) }
    return try open(at: url)
  }

  /// Whether there is something in the folder's own database. Up to 0.4.0 an empty file lay there for nothing.
  var hasDatabase: Bool {
    var status = stat()
    return stat(database.path, &status) == 0 && status.st_size > 0
  }

  private func hasFile(_ place: URL) -> Bool { access(place.path, F_OK) == 0 }

  private func makeRoot() throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw Problem.unwritable(url.path, (error as NSError).localizedDescription)
    }
    try make(url)
    guard access(url.path, W_OK | X_OK) == 0 else { throw fault(url) }
  }

  private func make(_ folder: URL) throws {
    if mkdir(folder.path, 0o700) == 0 { return }
    guard errno == EEXIST else { throw fault(folder) }
    var status = stat()
    guard stat(folder.path, &status) == 0 else { throw fault(folder) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Problem.unwritable(folder.path, String(cString: strerror(ENOTDIR)))
    }
  }

  /// SQLite would make it readable for the group; its journal files take over the mode of the database.
  func makeDatabaseFile() throws {
    let descriptor = Glibc.open(database.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw fault(database) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw fault(database) }
  }

  private func fault(_ place: URL) -> Problem {
    .unwritable(place.path, String(cString: strerror(errno)))
  }
}
