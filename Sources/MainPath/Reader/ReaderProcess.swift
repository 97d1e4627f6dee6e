import Cases
import Foundation

/// One `kanhe reader` child process and the pipe to it. A death or a time-out costs the file at hand;
/// the next file starts a new process.
actor ReaderProcess {
  private let thread = OwnThread(label: "kanhe.reader")
  private let launch: ReaderLaunch
  private var running: Running?

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init(_ launch: ReaderLaunch) { self.launch = launch }

  private struct Running {
    let child: ReaderChild
    let channel: FrameChannel
    let greeting: ReaderGreeting
  }

  var processIdentifier: Int32? { running?.child.id }

  /// Starts the process if none is running, and tells what it reads with and what stands around it.
  func greeting() throws(Problem) -> ReaderGreeting { try ready().greeting }

  /// Has one file read, in this process or a new one, and gives the answer that is wanted. A reader that had just retired
  /// costs nothing: the file goes to a new one.
  func exchange<Answer: Decodable & Sendable>(
    _ bytes: [UInt8], _ request: ReadingRequest, for kind: Frame.Kind
  ) throws(Problem) -> Answer {
    var mayHaveRetired = running != nil
    while true {
      let running = try ready()
      let deadline = self.deadline
      if let answer: Answer = exchange(bytes, request, for: kind, with: running, until: deadline) {
        return answer
      }
      // Whatever it said instead: it is not asked again, and not waited for.
      self.running = nil
      if mayHaveRetired, running.child.hasEndedWell {
        mayHaveRetired = false
        continue
      }
      throw problem(with: running.child, expired: ContinuousClock.now >= deadline)
    }
  }

  private var deadline: ContinuousClock.Instant { .now + .seconds(launch.timeoutSeconds) }

  /// Closes the pipe and waits for the process, so that its cost is part of ours. One that does not end is ended.
  func stop() {
    guard let child = running?.child else { return }
    running = nil
    child.closeInput()
    child.waitForItsEnd()
  }

  private func exchange<Answer: Decodable>(
    _ bytes: [UInt8], _ request: ReadingRequest, for kind: Frame.Kind, with running: Running,
    until deadline: ContinuousClock.Instant
  ) -> Answer? {
    var channel = running.channel
    channel.deadline = deadline
    guard let header = try? Frame.json(.request, request), channel.send(header),
      channel.send(Frame(kind: .file, payload: bytes)),
      let frame = try? channel.receive(), frame.kind == kind
    else { return nil }
    return try? JSONDecoder().decode(Answer.self, from: Data(frame.payload))
  }

  private func ready() throws(Problem) -> Running {
    if let running {
      if running.child.isRunning, running.channel.isWaiting { return running }
      running.child.end()
    }
    stop()
    let started = try start()
    running = started
    return started
  }

  private func start() throws(Problem) -> Running {
    Self.makesBrokenPipesErrors
    let child: ReaderChild
    do throws(ReaderChild.NotStarted) { child = try ReaderChild(launch) } catch {
      throw .readerNotStarted("\(launch.executable): \(error.reason)")
    }
    var channel = FrameChannel(input: child.output, output: child.input)
    channel.makeWritingPatient()
    channel.largestPayload = Frame.largestAnswer
    channel.deadline = deadline
    let greeting = try greeting(on: channel, from: child)
    if launch.isStrict, !greeting.confinement.isComplete {
      throw .readerNotConfined(greeting.confinement.gaps)
    }
    return Running(child: child, channel: channel, greeting: greeting)
  }

  /// A reader that is gone shows by the write that fails; the signal would end the service.
  private static let makesBrokenPipesErrors: Void = { signal(SIGPIPE, SIG_IGN) }()

  private func greeting(on channel: FrameChannel, from child: ReaderChild) throws(Problem)
    -> ReaderGreeting
  {
    let frame = try? channel.receive()
    if let frame, frame.kind == .ready,
      let greeting = try? JSONDecoder().decode(ReaderGreeting.self, from: Data(frame.payload))
    {
      return greeting
    }
    if let frame, frame.kind == .unfit,
      let problem = try? JSONDecoder().decode(Problem.self, from: Data(frame.payload))
    {
      throw problem
    }
    // It has seen no file yet: whatever happened to it says nothing of one.
    let expired = channel.deadline.map { ContinuousClock.now >= $0 } ?? false
    child.end()
    let ending = Self.words(for: child.waitForItsEnd())
    throw .readerNotStarted(expired ? "\(launch.timeoutSeconds) s" : ending)
  }

  /// Ends a process that gave no answer, and says in words how it failed.
  private func problem(with child: ReaderChild, expired: Bool) -> Problem {
    child.end()
    let ending = child.waitForItsEnd()
    if expired { return .readerTimedOut(seconds: launch.timeoutSeconds) }
    if ending == .signal(SIGXCPU) { return .readerUsedUp(seconds: launch.limits.cpuSeconds) }
    return .readerDied(Self.words(for: ending))
  }

  private static func words(for ending: ReaderChild.Ending?) -> String {
    switch ending {
    // The filter of system calls ends whoever tries what no decoder needs.
    case .signal(SIGSYS): "forbidden system call"
    case .signal(let number): "signal \(number)"
    case .exit(let status): "exit \(status)"
    case nil: "does not end"
    }
  }
}
