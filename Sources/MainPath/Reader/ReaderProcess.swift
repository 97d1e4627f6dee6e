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
    let process: Process
    let channel: FrameChannel
    // Keeps the descriptors open for as long as the channel uses them.
    let pipes: [Pipe]
    let engine: EngineDescription
  }

  var processIdentifier: Int32? { running?.process.processIdentifier }

  /// Starts the process if none is running, and tells what it reads with.
  func engine() throws(Problem) -> EngineDescription { try ready().engine }

  /// Has one file read, in this process or a new one, and gives the answer that is wanted.
  func exchange<Answer: Decodable & Sendable>(
    _ bytes: [UInt8], _ request: ReadingRequest, for kind: Frame.Kind
  ) throws(Problem) -> Answer {
    let child = try ready()
    let deadline = self.deadline
    if let answer: Answer = exchange(bytes, request, for: kind, with: child, until: deadline) {
      return answer
    }
    // Whatever it said instead: it is not asked again, and not waited for.
    let expired = ContinuousClock.now >= deadline
    child.process.terminateNow()
    stop()
    if expired { throw .readerTimedOut(seconds: launch.timeoutSeconds) }
    throw .readerDied(Self.describeEnd(of: child.process))
  }

  private var deadline: ContinuousClock.Instant { .now + .seconds(launch.timeoutSeconds) }

  /// Closes the pipe and waits for the process, so that its cost is part of ours. One that does not end is ended.
  func stop() {
    guard let child = running else { return }
    running = nil
    for pipe in child.pipes {
      try? pipe.fileHandleForWriting.close()
    }
    child.process.waitForItsEnd()
  }

  private func exchange<Answer: Decodable>(
    _ bytes: [UInt8], _ request: ReadingRequest, for kind: Frame.Kind, with child: Running,
    until deadline: ContinuousClock.Instant
  ) -> Answer? {
    var channel = child.channel
    channel.deadline = deadline
    guard let header = try? Frame.json(.request, request), channel.send(header),
      channel.send(Frame(kind: .file, payload: bytes)),
      let frame = try? channel.receive(), frame.kind == kind
    else { return nil }
    return try? JSONDecoder().decode(Answer.self, from: Data(frame.payload))
  }

  private func ready() throws(Problem) -> Running {
    if let running {
      if running.process.isRunning, running.channel.isWaiting { return running }
      running.process.terminateNow()
    }
    stop()
    let child = try start()
    running = child
    return child
  }

  private func start() throws(Problem) -> Running {
    Self.makesBrokenPipesErrors
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: launch.executable)
    process.arguments = launch.arguments
    process.environment = launch.environment
    process.standardInput = input
    process.standardOutput = output
    process.standardError = launch.showsErrors ? FileHandle.standardError : FileHandle.nullDevice
    do { try process.run() } catch {
      throw .readerDied("\(launch.executable): \(error.localizedDescription)")
    }
    var channel = FrameChannel(
      input: output.fileHandleForReading.fileDescriptor,
      output: input.fileHandleForWriting.fileDescriptor)
    channel.makeWritingPatient()
    channel.deadline = deadline
    let engine = try greeting(on: channel, from: process)
    return Running(process: process, channel: channel, pipes: [input, output], engine: engine)
  }

  /// A reader that is gone shows by the write that fails; the signal would end the service.
  private static let makesBrokenPipesErrors: Void = { signal(SIGPIPE, SIG_IGN) }()

  private func greeting(on channel: FrameChannel, from process: Process) throws(Problem)
    -> EngineDescription
  {
    let frame = try? channel.receive()
    if let frame, frame.kind == .ready,
      let engine = try? JSONDecoder().decode(EngineDescription.self, from: Data(frame.payload))
    {
      return engine
    }
    if let frame, frame.kind == .unfit,
      let problem = try? JSONDecoder().decode(Problem.self, from: Data(frame.payload))
    {
      process.waitForItsEnd()
      throw problem
    }
    let expired = channel.deadline.map { ContinuousClock.now >= $0 } ?? false
    process.terminateNow()
    process.waitForItsEnd()
    if expired { throw .readerTimedOut(seconds: launch.timeoutSeconds) }
    throw .readerDied(Self.describeEnd(of: process))
  }

  private static func describeEnd(of process: Process) -> String {
    if process.isRunning { return "killed" }
    return process.terminationReason == .uncaughtSignal
      ? "signal \(process.terminationStatus)" : "exit \(process.terminationStatus)"
  }
}

extension Process {
  /// With everything it has started: it leads a process group of its own.
  fileprivate func terminateNow() {
    guard isRunning else { return }
    if getpgid(processIdentifier) == processIdentifier { kill(-processIdentifier, SIGKILL) }
    kill(processIdentifier, SIGKILL)
  }

  /// Waits, and ends what does not end by itself. Not with `waitUntilExit`: that also waits for whatever the process
  /// has started.
  fileprivate func waitForItsEnd() {
    for patience in [Duration.seconds(5), .seconds(1)] {
      let deadline = ContinuousClock.now + patience
      while isRunning, ContinuousClock.now < deadline { usleep(2_000) }
      terminateNow()
    }
  }
}
