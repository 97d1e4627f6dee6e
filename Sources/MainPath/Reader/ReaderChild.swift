import Foundation

/// A child process, the leader of a process group of its own, with pipes for its standard input and output.
///
/// Not Foundation's `Process`: that watches a descriptor which the child must keep open, and a reader closes all it does not
/// know. One thread uses it.
final class ReaderChild {
  /// How a process has ended.
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  struct NotStarted: Error { let reason: String }

  let id: pid_t
  /// What the child says.
  let output: Int32
  /// nil once it was closed.
  private var ownInput: Int32?
  private var ending: Ending?

  /// Where the child is written to.
  var input: Int32 { ownInput ?? -1 }

  init(_ launch: ReaderLaunch) throws(NotStarted) {
    let (toChild, fromChild) = (try Self.pipe(), try Self.pipe())
    defer {
      close(toChild.reading)
      close(fromChild.writing)
    }
    do throws(NotStarted) {
      id = try Self.spawn(launch, input: toChild.reading, output: fromChild.writing)
    } catch {
      close(toChild.writing)
      close(fromChild.reading)
      throw error
    }
    ownInput = toChild.writing
    output = fromChild.reading
  }

  /// A child that nobody asks any more is ended.
  deinit {
    end()
    waitForItsEnd()
    closeInput()
    close(output)
  }

  /// Tells the child that there is nothing more to do.
  func closeInput() {
    guard let input = ownInput else { return }
    ownInput = nil
    close(input)
  }

  var isRunning: Bool {
    if ending == nil { look() }
    return ending == nil
  }

  /// Whether it ended by itself, with nothing to complain of; one that is about to is given a moment.
  var hasEndedWell: Bool {
    let deadline = ContinuousClock.now + .milliseconds(500)
    while isRunning, ContinuousClock.now < deadline { usleep(2_000) }
    return ending == .exit(0)
  }

  /// Ends it at once, with everything it has started.
  func end() {
    guard isRunning else { return }
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
  }

  /// Waits, and ends what does not end by itself.
  @discardableResult
  func waitForItsEnd() -> Ending? {
    for patience in [Duration.seconds(5), .seconds(1)] {
      let deadline = ContinuousClock.now + patience
      while isRunning, ContinuousClock.now < deadline { usleep(2_000) }
      end()
    }
    return ending
  }

  /// wait(2): the low seven bits are the signal, the next byte but one the status.
  private func look() {
    var status: Int32 = 0
    switch waitpid(id, &status, WNOHANG) {
    case 0: return
    case id: ending = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    default: if errno == ECHILD { ending = .exit(-1) }
    }
  }

  /// Both ends are closed in whatever this process starts, but for what is handed on. (One that starts between the two
  /// calls is a reader, which closes what it was left.)
  private static func pipe() throws(NotStarted) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Foundation.pipe(&ends) == 0 else { throw NotStarted(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ launch: ReaderLaunch, input: Int32, output: Int32
  ) throws(NotStarted) -> pid_t {
    var files = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&files)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&files)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&files, input, 0)
    posix_spawn_file_actions_adddup2(&files, output, 1)
    if !launch.showsErrors {
      posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0)
    }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    let arguments = ([launch.executable] + launch.arguments).map { strdup($0) }
    let environment = launch.environment.map { strdup("\($0)=\($1)") }
    defer { for text in arguments + environment { free(text) } }
    var id: pid_t = 0
    let error = posix_spawn(
      &id, launch.executable, &files, &attributes, arguments + [nil], environment + [nil])
    guard error == 0 else { throw NotStarted(error) }
    return id
  }
}

extension ReaderChild.NotStarted {
  fileprivate init(_ error: Int32) { reason = String(cString: strerror(error)) }
}
