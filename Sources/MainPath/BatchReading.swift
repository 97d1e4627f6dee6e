package import Cases
package import Intake

/// Reads many files, some at a time, and gives the readings in the order of the files.
/// A file that cannot be read gives a reading with its problem and stops no other.
package struct BatchReading: Sendable {
  let readers: ReaderPool
  let limits: IntakeLimits
  let kind: String?
  let keep: Keeping

  /// Keeps the bytes of an accepted file before anything looks at them.
  package typealias Keeping = @Sendable (AcceptedFile) throws -> Void

  package init(
    readers: ReaderPool, limits: IntakeLimits, kind: String? = nil,
    keep: @escaping Keeping = { _ in }
  ) {
    self.readers = readers
    self.limits = limits
    self.kind = kind
    self.keep = keep
  }

  /// Readings of files by path, in order, as soon as each can be given.
  package func results(of paths: [String], jobs: Int) -> AsyncStream<FileReading> {
    AsyncStream { continuation in
      let work = Task {
        await withTaskGroup(of: (Int, FileReading).self) { group in
          var next = 0
          var waiting: [Int: FileReading] = [:]
          var given = 0
          func start() {
            guard next < paths.count else { return }
            let (index, path) = (next, paths[next])
            next += 1
            group.addTask { (index, await read(path)) }
          }
          for _ in 0..<max(1, jobs) { start() }
          for await (index, reading) in group {
            waiting[index] = reading
            while let ready = waiting.removeValue(forKey: given) {
              continuation.yield(ready)
              given += 1
            }
            start()
          }
        }
        continuation.finish()
      }
      continuation.onTermination = { _ in work.cancel() }
    }
  }

  /// All readings at once.
  package func readings(of paths: [String]) async -> [FileReading] {
    var all: [FileReading] = []
    for await reading in results(of: paths, jobs: paths.count) { all.append(reading) }
    return all
  }

  private func read(_ path: String) async -> FileReading {
    do {
      let file = try Intake.accept(path: path, limits: limits)
      try keep(file)
      return await readers.read(file, kind: kind, mostPages: limits.pages)
    } catch let problem as Problem {
      return FileReading(file: path, error: problem)
    } catch {
      return FileReading(file: path, error: .internalFault("\(type(of: error))"))
    }
  }
}
