import Crypto
package import Foundation

/// Writes papers into a folder as scanners, copiers and network drives do: slowly, in pieces, under another name,
/// touched again. Several at once.
package actor BusyScanner {
  /// What was written, by its hash, in the order in which it was complete.
  private var written: [(time: ContinuousClock.Instant, sha256: String)] = []

  private let folder: URL
  private let counter: Int
  private var numbers: SeededNumbers

  package init(folder: URL, counter: Int, seed: UInt64) {
    self.folder = folder
    self.counter = counter
    numbers = SeededNumbers(seed: seed &+ UInt64(counter) &* 7919)
  }

  package var order: [String] { written.sorted { $0.time < $1.time }.map(\.sha256) }

  /// Writes so many papers, three at a time.
  package func write(_ count: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        if number >= 3 { try await group.next() }
        let job = Job(
          name: "\(numbers.next(1000))-\(number)", bytes: paper(number),
          pieces: 1 + numbers.next(4), pause: 5 + numbers.next(60), manner: numbers.next(6))
        group.addTask { try await self.write(job) }
      }
      try await group.waitForAll()
    }
  }

  private struct Job {
    let name: String
    let bytes: [UInt8]
    let pieces: Int
    /// Milliseconds.
    let pause: Int
    let manner: Int
  }

  private func paper(_ number: Int) -> [UInt8] {
    let seed = counter * 1_000_000 + number
    let size = 100 + numbers.next(40_000)
    return switch numbers.next(4) {
    case 0: SmallPapers.jpeg(seed, bytes: size)
    case 1: SmallPapers.png(seed, bytes: size)
    case 2: SmallPapers.tiff(seed, bytes: size)
    default: SmallPapers.pdf(seed, bytes: size)
    }
  }

  private func write(_ job: Job) async throws {
    let isDraft = job.manner == 0 || job.manner == 1
    let url = folder.appending(path: isDraft ? "\(job.name).part" : job.name)
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    let file = try FileHandle(forWritingTo: url)
    let piece = job.bytes.count / job.pieces + 1
    for start in stride(from: 0, to: job.bytes.count, by: piece) {
      // A few pauses are longer than the quiet time.
      try await Task.sleep(for: .milliseconds(start == piece ? job.pause * 8 : job.pause))
      let data = Data(job.bytes[start..<min(start + piece, job.bytes.count)])
      try complete(job) {
        try file.write(contentsOf: data)
        return true
      }
    }
    try file.close()
    switch job.manner {
    case 0, 1:
      complete(job) { rename(url.path, folder.appending(path: job.name).path) == 0 }
    case 2:
      complete(job) { utimes(url.path, nil) == 0 }
    case 3:
      // Once more under another name, if it is still there.
      complete(job) { rename(url.path, folder.appending(path: job.name + "-b").path) == 0 }
    default: break
    }
  }

  /// Does something to the file and remembers when, unless it was gone already. The clock of file systems ticks every
  /// few milliseconds: nothing else of this counter happens in the same tick.
  private func complete(_ job: Job, _ change: () throws -> Bool) rethrows {
    usleep(6_000)
    guard try change() else { return }
    let sha256 = SHA256.hash(data: job.bytes).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }.joined()
    written.removeAll { $0.sha256 == sha256 }
    written.append((.now, sha256))
    usleep(6_000)
  }
}

/// The same numbers for the same seed.
package struct SeededNumbers {
  private var state: UInt64

  package init(seed: UInt64) { state = seed | 1 }

  package mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
