import Cases

/// What is remembered of a watched folder between two passes. Nothing of it is needed after a restart.
struct FolderState {
  let folder: WatchedFolder
  var quiet = QuietTimes()
  /// Files that were looked into and were not whole, as they were then.
  var doubts: [PaperPath: FileStatus] = [:]
  /// Entries that could not even be set aside.
  var leftAlone: [PaperPath: FileStatus] = [:]
  /// Claims that were begun and could not be finished yet.
  var unfinished: [PaperClaim.ID: Unfinished] = [:]
  /// Something begun may lie in the claim folder: it is looked there before anything else is taken.
  var needsRecovery = true
  var receiptsCleaned: ContinuousClock.Instant?
  /// Device and inode, to see that another folder has come in its place.
  var identity: [UInt64] = []
  var absence: Absence?

  struct Unfinished {
    /// Where its files may still lie in the watched folder.
    let paths: Set<PaperPath>
    var failures = 0
    var next: ContinuousClock.Instant

    /// Whether the papers after it wait, to keep their order.
    var mayHold: Bool { failures <= 3 }
  }

  struct Absence {
    var passes = 0
    var told: ContinuousClock.Instant
  }

  /// Forgets what was seen, because the folder is another one or was away.
  mutating func forget() {
    quiet = QuietTimes()
    doubts = [:]
    leftAlone = [:]
    needsRecovery = true
  }

  /// Files that belong to claims which are not finished, and must not be claimed a second time.
  var held: Set<PaperPath> { unfinished.values.reduce(into: []) { $0.formUnion($1.paths) } }
}
