import Foundation

/// The processor time of this process: a limit for each file, and an end before the limit for its whole life.
struct ReaderClock {
  let limits: ReaderLimits

  /// From now on this file may take so long. A decoder that runs on is ended by SIGXCPU.
  func startFile() {
    let most = rlim_t(limits.lifetimeSeconds)
    var limit = rlimit(rlim_cur: min(most, rlim_t(used + limits.cpuSeconds)), rlim_max: most)
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &limit)
  }

  /// Whether another file might end in the middle. The next process is as warm after its first greeting.
  var isOver: Bool { used > limits.retirementSeconds }

  /// Seconds, rounded up. (POSIX: a million clock ticks are a second.)
  private var used: Int { Int(clock()) / 1_000_000 + 1 }
}
