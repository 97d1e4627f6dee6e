import CRawCalls
import Foundation

extension Misdeed {
  static let processes: [String: Deed] = [
    "forks": { _ in cloned(0) },
    "forks-vm": { _ in cloned(Int(CLONE_VM)) },
    "threads": { _ in cloned(Int(CLONE_VM | CLONE_SIGHAND | CLONE_THREAD)) },
    "clone3": { _ in outcome(raw_call(Int(SYS_clone3), 0, 0, 0, 0, 0), errno) },
    "fork-bomb": { _ in worst((0..<100_000).map { _ in cloned(0) }) },
    "shell": { _ in outcome(Int(execv("/bin/sh", [nil])), errno) },
    "spawns": { _ in
      var id: pid_t = 0
      return outcome(-Int(posix_spawn(&id, "/bin/true", nil, nil, [nil], nil)), errno)
    },
    "kills-service": { outcome(Int(kill(Int32($0.service), SIGTERM)), errno) },
    "kills-everybody": { _ in outcome(Int(kill(-1, SIGTERM)), errno) },
    "kills-group": { _ in outcome(Int(kill(0, SIGTERM)), errno) },
    "signals-thread": { order in
      outcome(raw_call(Int(SYS_tgkill), order.service, order.service, 15, 0, 0), errno)
    },
    "signals-by-descriptor": { order in
      outcome(raw_call(Int(SYS_pidfd_open), order.service, 0, 0, 0, 0), errno)
    },
    "traces-service": { outcome(raw_call(Int(SYS_ptrace), 16, $0.service, 0, 0, 0), errno) },
    "reads-memory": { order in
      outcome(raw_call(Int(SYS_process_vm_readv), order.service, 0, 0, 0, 0), errno)
    },
    "slows-service": { outcome(raw_call(Int(SYS_setpriority), 0, $0.service, 19, 0, 0), errno) },
    "limits-service": { order in
      var limit = rlimit(rlim_cur: 1, rlim_max: 1)
      let at = withUnsafeMutablePointer(to: &limit) { Int(bitPattern: $0) }
      return outcome(raw_call(Int(SYS_prlimit64), order.service, 0, at, 0, 0), errno)
    },
    // PR_SET_PDEATHSIG
    "stays-behind": { _ in outcome(raw_call(Int(SYS_prctl), 1, 0, 0, 0, 0), errno) },
    "leaves-group": { _ in outcome(Int(setsid()), errno) },
  ]

  /// In a child, if there is one: it must not go on as if it were the reader.
  private static func cloned(_ flags: Int) -> String {
    let child = raw_call(Int(SYS_clone), flags | Int(SIGCHLD), 0, 0, 0, 0)
    if child == 0 { _exit(0) }
    return outcome(child, errno)
  }
}
