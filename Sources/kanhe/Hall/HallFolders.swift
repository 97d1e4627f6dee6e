import Cases
import Casework
import FolderWatching
import Logging
import ServiceLifecycle

extension Hall {
  /// The watcher of the folders in `folders.yaml` and on the command line; none where there are none.
  ///
  /// - Throws: `bad_folders`, `no_such_folder`, `overlapping_folders`, `unknown_matter`.
  func watching(_ paths: [String], _ logger: Logger) throws -> [(
    name: String, service: any Service
  )] {
    let named = try paths.map { path throws(Problem) in try WatchedFolder.standard(at: path) }
    let folders = try FolderFile.folders(in: folder.url) + named
    guard !folders.isEmpty else { return [] }
    for watched in folders {
      if let matter = watched.matter { _ = try path.matter(matter) }
    }
    let settings = workshop.settings
    let limits = WatchLimits(
      intake: workshop.limits, waiting: settings.mostWaiting,
      waitingBatch: settings.mostWaitingBatch, freeBytes: settings.freeMegabytes << 20)
    let office = FolderOffice(
      Reception(office, watch: CrashTests.watch), deliveringTo: folder.out.path)
    let watcher = try FolderWatcher(
      folders: folders, outputs: [folder.url.path], limits: limits, office: office, logger: logger)
    return [("folders", watcher)]
  }
}
