package import Cases
import Foundation
package import Intake
package import Verification

/// A fixed number of warm reader processes; a file waits until one is free.
package actor ReaderPool {
  private var idle: [ReaderProcess]
  private var waiting: [CheckedContinuation<ReaderProcess, Never>] = []
  private let all: [ReaderProcess]

  package init(_ launch: ReaderLaunch, count: Int) {
    all = (0..<max(1, count)).map { _ in ReaderProcess(launch) }
    idle = all
  }

  /// What the readers read with. Throws what keeps them from reading at all: a missing model, a broken kind.
  package func engine() async throws(Problem) -> EngineDescription {
    let reader = await take()
    defer { giveBack(reader) }
    return try await reader.greeting().engine
  }

  /// What stands around the readers of this machine. Throws what keeps them from reading at all.
  package func confinement() async throws(Problem) -> Confinement {
    let reader = await take()
    defer { giveBack(reader) }
    return try await reader.greeting().confinement
  }

  /// Reads one accepted file. Never throws for a document's sake: its problem is part of the reading.
  ///
  /// - Parameters:
  ///   - separators: of a stack, what divides it: the reading then tells what is seen on each page.
  ///   - trust: by which the signatures and seals of a PDF are judged.
  package func read(
    _ file: AcceptedFile, kind: String? = nil, mostPages: Int, separators: Separators? = nil,
    trust: TrustStore = .empty
  ) async -> FileReading {
    let start = ContinuousClock.now
    let reader = await take()
    defer { giveBack(reader) }
    var reading: FileReading
    do {
      let request = ReadingRequest(
        name: file.name, sha256: file.sha256, kind: kind, mostPages: mostPages,
        separators: separators, trust: file.format == .pdf ? trust : nil)
      reading = try await reader.exchange(file.bytes, request, for: .reading)
      // A reader has touched hostile bytes: it does not get to say which file this is.
      reading.file = file.name
      reading.sha256 = file.sha256
    } catch {
      reading = FileReading(file: file.name, sha256: file.sha256, error: error)
    }
    reading.milliseconds = (ContinuousClock.now - start).wholeMilliseconds
    return reading
  }

  /// Of the processes that run now.
  package func processIdentifiers() async -> [Int32] {
    var running: [Int32] = []
    for reader in all { if let one = await reader.processIdentifier { running.append(one) } }
    return running
  }

  /// Ends the processes and waits for them.
  package func stop() async {
    for reader in all { await reader.stop() }
  }

  private func take() async -> ReaderProcess {
    if let reader = idle.popLast() { return reader }
    return await withCheckedContinuation { waiting.append($0) }
  }

  private func giveBack(_ reader: ReaderProcess) {
    if waiting.isEmpty {
      idle.append(reader)
    } else {
      waiting.removeFirst().resume(returning: reader)
    }
  }
}

extension Duration {
  package var wholeMilliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
