import Cases
import Foundation

extension PaperClaim {
  /// A new claim to the files of a group.
  init(of group: PaperGroup, files: [ClaimedFile], in folder: WatchedFolder) {
    self.init(
      id: UUID().uuidString.lowercased(), folder: folder.key, source: folder.source,
      counter: folder.counter, lane: folder.lane, matter: folder.matter, group: group.name,
      files: files, markers: group.markers, completed: group.completed,
      handling: folder.handling, notices: group.notices)
  }

  /// For what is set aside without being claimed; it says in the note what it was.
  init(of entry: FolderEntry, in folder: WatchedFolder) {
    let file = ClaimedFile(
      path: entry.path, inode: entry.status.inode, bytes: entry.status.bytes,
      modified: entry.status.modified, sha256: nil, format: nil)
    self.init(
      of: PaperGroup(papers: [entry], wait: .zero), files: [file], in: folder)
  }
}
