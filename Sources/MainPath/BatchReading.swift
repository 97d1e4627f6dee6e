package import Cases
package import Intake
package import Verification

/// Reads many files, some at a time, and gives the readings in the order of the files.
/// A file that cannot be read gives a reading with its problem and stops no other.
package struct BatchReading: Sendable {
  let readers: ReaderPool
  let limits: IntakeLimits
  let kind: String?
  let trust: TrustStore

  package init(
    readers: ReaderPool, limits: IntakeLimits, kind: String? = nil, trust: TrustStore = .empty
  ) {
    self.readers = readers
    self.limits = limits
    self.kind = kind
    self.trust = trust
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

  private func read(_ path: String) async -> FileReading {
    do throws(Problem) {
      let file = try Intake.accept(path: path, limits: limits)
      return await readers.read(file, kind: kind, mostPages: limits.pages, trust: trust)
    } catch {
      return FileReading(file: path, error: error)
    }
  }
}
