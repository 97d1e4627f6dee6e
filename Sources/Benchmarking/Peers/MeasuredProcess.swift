import Cases
import Foundation

/// A program that is run to its end, with what it printed and what it used. (Foundation's `Process` waits by itself
/// and does not tell what was used.)
struct MeasuredProcess {
  let output: String
  let cost: ProcessCost
  let isSuccess: Bool

  /// Looks for the program in PATH; its errors are dropped.
  /// - Throws: `peer_not_started`.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String] = [:]
  ) throws(Problem) -> MeasuredProcess {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .peerNotStarted(program, errno) }
    let reading = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    let child: pid_t
    do {
      defer { close(ends[1]) }
      child = try spawn(program, arguments, environment, output: ends[1], closing: ends[0])
    }
    let output = (try? reading.readToEnd()) ?? Data()
    var (status, usage) = (Int32(0), rusage())
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    return MeasuredProcess(
      output: String(decoding: output, as: UTF8.self), cost: ProcessCost(usage),
      isSuccess: status == 0)
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], output: Int32,
    closing unused: Int32
  ) throws(Problem) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addclose(&actions, unused)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let all = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var child = pid_t()
    let failure = withCStrings([program] + arguments) { arguments in
      withCStrings(all.map { "\($0)=\($1)" }) { environment in
        posix_spawnp(&child, program, &actions, nil, arguments, environment)
      }
    }
    guard failure == 0 else { throw .peerNotStarted(program, failure) }
    return child
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}

extension Problem {
  static func peerNotStarted(_ program: String, _ reason: Int32) -> Problem {
    let reason = String(cString: strerror(reason))
    return Problem(
      "peer_not_started", exit: .missingDependency,
      zh: "无法启动对比程序 \(program)（\(reason)）。",
      en: "The peer \(program) could not be started (\(reason)).",
      remedyZh: "请安装该程序，或不使用 --peers。", remedyEn: "Install it, or leave --peers out.")
  }

  static func peerFailed(_ program: String) -> Problem {
    Problem(
      "peer_failed", exit: .missingDependency,
      zh: "对比程序 \(program) 运行失败。", en: "The peer \(program) failed.",
      remedyZh: "请单独运行该程序查看原因。", remedyEn: "Run it by itself to see why.")
  }
}
