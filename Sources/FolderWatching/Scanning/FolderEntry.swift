/// A file as a scan of the folder found it.
struct FolderEntry: Sendable, Equatable {
  let path: PaperPath
  let status: FileStatus
}

/// Everything that one look at a watched folder found.
struct FolderScan: Sendable {
  /// Files directly in the folder.
  var papers: [FolderEntry] = []
  /// Sub-folders, each one case.
  var folders: [CaseFolder] = []
  var done: [PaperName: FolderEntry] = [:]
  var notes: [PaperName: FolderEntry] = [:]
  /// Links, pipes, sockets and devices.
  var strange: [FolderEntry] = []

  /// What one look at a sub-folder found.
  struct CaseFolder: Sendable, Equatable {
    let entry: FolderEntry
    var papers: [FolderEntry] = []
    var unfinished: [FolderEntry] = []
    var notes: [FolderEntry] = []
    /// `.done` in the folder itself; any name before it will do.
    var done: [FolderEntry] = []
    /// A folder or no regular file in it, or it cannot be looked into: nothing of it is taken.
    var fault: CaseFolderFault?
  }

  enum CaseFolderFault: Sendable, Equatable { case deeper, strange, otherFileSystem, unreadable }
}
