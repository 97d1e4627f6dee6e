import Cases
import Foundation

/// Control-C ends a command with the status of the contract, and not by the signal. Readers see their pipe close.
enum Interruption {
  static func endsWithItsStatus() {
    // A signal handler may not capture anything, and may call little: `_exit` is allowed.
    signal(SIGINT) { _ in _exit(130) }
  }
}

/// Ends the process with a status of the contract.
func end(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }
