import Foundation

/// The built program, run as a person or a service runs it.
enum KanheProgram {
  struct Ending: Sendable {
    let status: Int32
    let output: String
    let errors: String

    /// Standard output, a JSON value a line.
    var jsonLines: [[String: Any]] {
      output.split(separator: "\n").compactMap {
        try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
      }
    }
  }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let samples = root.appendingPathComponent("Samples")
  static let models = root.appendingPathComponent("Models")
  static let tessdata = "/usr/share/tesseract-ocr/5/tessdata"

  /// The program lies beside the test bundle that SwiftPM built with it.
  static let executable = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("kanhe")

  static let hostileReader = executable.deletingLastPathComponent()
    .appendingPathComponent("hostile-reader")

  /// Tests run side by side; more programs at once than this would only take time from each other.
  private static let places = Places(2)

  static func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
  ) async throws -> Ending {
    try await places.hold {
      try await Self.run(executable, arguments, environment: environment, in: folder)
    }
  }

  /// Any program of this machine, with the environment that `kanhe` gets.
  static func run(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:],
    in folder: URL? = nil
  ) async throws -> Ending {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = Self.environment.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    // Files, not pipes: what is printed may be larger than a pipe holds.
    let output = try ScratchFile()
    let errors = try ScratchFile()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try await process.runToItsEnd()
    return Ending(
      status: process.terminationStatus, output: try output.text(), errors: try errors.text())
  }

  /// Starts it and does not wait. What it prints goes to `output`, or nowhere.
  static func start(
    _ arguments: [String], environment: [String: String] = [:],
    output: Any = FileHandle.nullDevice
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = Self.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static var environment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["KANHE_MODELS": models.path]) { $1 }
  }
}

extension Process {
  /// Waits without holding a thread: services under test need the few there are.
  func runToItsEnd() async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      terminationHandler = { _ in done.resume() }
      do { try run() } catch { done.resume(throwing: error) }
    }
  }
}

/// So many at once; the others wait for their turn.
actor Places {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ count: Int) { free = count }

  func hold<Value: Sendable>(_ work: @Sendable () async throws -> Value) async rethrows -> Value {
    await take()
    defer { giveBack() }
    return try await work()
  }

  private func take() async {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
  }

  private func giveBack() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
