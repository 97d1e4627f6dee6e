import Cases
import Casework
import FolderWatching
import Logging
import ServiceLifecycle

extension Hall {
  /// The watcher of the folders in `folders.yaml` and on the command line; none where there are none.
  ///
  /// - Throws: `bad_folders`, `no_such_folder`, `overlapping_folders`, `unknown_matter`, `folder_needs_more`.
  func watching(_ paths: [String], _ logger: Logger) throws -> [(
    name: String, service: any Service
  )] {
    let named = try paths.map { path throws(Problem) in try WatchedFolder.standard(at: path) }
    let folders = try FolderFile.folders(in: folder.url) + named
    guard !folders.isEmpty else { return [] }
    for watched in folders {
      if let matter = watched.matter { _ = try path.matter(matter) }
      guard watched.handling.isFullySupported else { throw Problem.folderNeedsMore(watched.path) }
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

extension PaperHandling {
  /// Stacks are not divided by what their pages show yet, and sides of a card are not paired.
  fileprivate var isFullySupported: Bool {
    separators == Separators() && pairingSeconds == nil
  }
}

extension Problem {
  fileprivate static func folderNeedsMore(_ path: String) -> Problem {
    Problem(
      "folder_needs_more", exit: .configuration,
      zh: "监视目录 \(path) 设置了分隔页或正反面配对，目前尚不支持。",
      en:
        "The watched folder \(path) asks for separator sheets or pairing, which are not there yet.",
      remedyZh: "请删除这些设置，并为每个案件使用一个子目录。",
      remedyEn: "Remove these settings, and use a sub-folder for each case.")
  }
}
