package import Cases

/// A folder that scanners write to, and what is known of the papers in it.
package struct WatchedFolder: Sendable, Equatable {
  /// Absolute, links resolved.
  package var path: String
  /// Which scanner or office the papers come from.
  package var source: String
  /// Papers of a counter are taken in their order, and never joined with those of another.
  package var counter: String
  package var lane: Lane
  /// What the papers apply for; nil: they are read and filed.
  package var matter: String?
  package var joining: Joining
  package var handling: PaperHandling
  package var timing: WatchTiming
  package var watching: Watching
  /// Where files go that cannot be used; nil: `kanhe-failed` in the folder itself.
  package var failures: String?
  /// The folder is a mounted share: while nothing is mounted there, it is waited for.
  package var mounted: Bool

  /// Names the folder in the store: what is claimed there is asked for by it after a restart.
  package var key: String { path }

  package enum Watching: String, Sendable, Codable, CaseIterable {
    /// By the kind of file system.
    case automatic
    case inotify, poll
  }

  package init(
    path: String, source: String? = nil, counter: String? = nil, lane: Lane = .walkIn,
    matter: String? = nil, joining: Joining = .none, handling: PaperHandling = PaperHandling(),
    timing: WatchTiming = .standard, watching: Watching = .automatic, failures: String? = nil,
    mounted: Bool = false
  ) {
    self.path = path
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.source = source ?? name
    self.counter = counter ?? source ?? path
    self.lane = lane
    self.matter = matter
    self.joining = joining
    self.handling = handling
    self.timing = timing
    self.watching = watching
    self.failures = failures
    self.mounted = mounted
  }
}

/// How long a watched folder is waited for.
package struct WatchTiming: Sendable, Equatable {
  /// A file that has not changed for so long, and is whole, is complete.
  package var quiet: Duration
  /// A sub-folder, or files that are joined, to which nothing came for so long is complete.
  package var together: Duration
  /// A file that has not changed for so long and still is not whole has failed.
  package var patience: Duration
  /// The folder is looked at at least this often, where no hints can be had of changes.
  package var poll: Duration
  /// The same where hints come: they can be lost.
  package var rescan: Duration
  /// The first pause after something could not be done now; it doubles with each failure.
  package var retry: Duration

  package init(
    quiet: Duration = .seconds(3), together: Duration = .seconds(20),
    patience: Duration = .seconds(120),
    poll: Duration = .seconds(2), rescan: Duration = .seconds(15),
    retry: Duration = .milliseconds(250)
  ) {
    self.quiet = quiet
    self.together = together
    self.patience = patience
    self.poll = poll
    self.rescan = rescan
    self.retry = retry
  }

  package static let standard = WatchTiming()

  /// The pause after so many failures: at most 256 times the first, about a minute.
  func pause(after failures: Int) -> Duration { retry * (1 << min(max(0, failures - 1), 8)) }
}
