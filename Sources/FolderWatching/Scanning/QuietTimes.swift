/// Since when files have been seen unchanged: by our own clock, because those of shares are wrong.
struct QuietTimes {
  private var seen: [PaperPath: (status: FileStatus, since: ContinuousClock.Instant)] = [:]

  /// Remembers what a scan found, and forgets what it did not find.
  mutating func see(_ entries: [FolderEntry], at now: ContinuousClock.Instant) {
    var current: [PaperPath: (status: FileStatus, since: ContinuousClock.Instant)] = [:]
    current.reserveCapacity(entries.count)
    for entry in entries {
      if let known = seen[entry.path], known.status == entry.status {
        current[entry.path] = known
      } else {
        current[entry.path] = (entry.status, now)
      }
    }
    seen = current
  }

  /// How long all of these have been unchanged.
  func quiet(_ entries: [FolderEntry], at now: ContinuousClock.Instant) -> Duration {
    let since = entries.map { seen[$0.path]?.since ?? now }.max() ?? now
    return now - since
  }
}
