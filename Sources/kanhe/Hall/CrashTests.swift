import Casework
import Foundation
import Synchronization

/// For tests of what a crash costs: `KANHE_DIE_AT=sealed:3` has the process killed when it reaches that step for the third
/// time, as a power failure would.
enum CrashTests {
  static let watch: StepWatch = {
    let wish = ProcessInfo.processInfo.environment["KANHE_DIE_AT"] ?? ""
    let parts = wish.split(separator: ":")
    guard let name = parts.first, let step = WorkStep(rawValue: String(name)) else { return .none }
    let left = Mutex(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    return StepWatch { reached in
      guard reached == step else { return }
      let isNow = left.withLock { left in
        left -= 1
        return left == 0
      }
      if isNow { kill(getpid(), SIGKILL) }
    }
  }()
}
