package import Cases

/// What is about to be taken out of a watched folder: the files of one submission.
///
/// It is stored as a row before the first file moves, so that whoever comes after a crash knows what had been begun.
package struct PaperClaim: Sendable, Equatable, Codable, Identifiable {
  /// Made by the watcher; also the trace id of everything that becomes of these files.
  package let id: String
  /// The watched folder's key (`WatchedFolder.key`): open claims are asked for by it.
  package let folder: String
  package let source: String
  package let counter: String
  package let lane: Lane
  /// nil: read and filed, not decided.
  package let matter: String?
  /// The sub-folder or the common part of the names that joined the files; nil for a single file. Personal data.
  package let group: PaperName?
  /// In the order of their pages; never empty.
  package let files: [ClaimedFile]
  /// `.done` files and old failure notes, which vanish with the files.
  package let markers: [PaperPath]
  /// Time of the last change of any of the files, in nanoseconds since 1970 by the clock of the file system.
  /// Claims of a counter are made in the order of this time.
  package let completed: Int64
  /// What is done with the pages once they have been read.
  package let handling: PaperHandling
  /// What a person should know; a submission with notices is never decided without one.
  package let notices: [Problem]

  package init(
    id: String, folder: String, source: String, counter: String, lane: Lane, matter: String?,
    group: PaperName?, files: [ClaimedFile], markers: [PaperPath], completed: Int64,
    handling: PaperHandling, notices: [Problem]
  ) {
    self.id = id
    self.folder = folder
    self.source = source
    self.counter = counter
    self.lane = lane
    self.matter = matter
    self.group = group
    self.files = files
    self.markers = markers
    self.completed = completed
    self.handling = handling
    self.notices = notices
  }
}
