import Cases
import Foundation
import Logging

@testable import FolderWatching

/// A watched folder, an office and a counter's desk on a temporary disk.
struct WatchedHall {
  let place: URL
  let office: TestOffice
  var folder: WatchedFolder
  var limits = WatchLimits(freeBytes: 0)

  /// - Parameter place: where another hall left off.
  init(
    at place: URL? = nil, _ change: (inout WatchedFolder) -> Void = { _ in }
  ) throws {
    self.place =
      place ?? FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID())")
    try FileManager.default.createDirectory(
      at: self.place.appending(path: "in"), withIntermediateDirectories: true)
    office = try TestOffice(in: self.place.appending(path: "office"))
    folder = try WatchedFolder.standard(at: self.place.appending(path: "in").path)
    folder.counter = "1"
    folder.timing = WatchTiming(
      quiet: .milliseconds(40), together: .milliseconds(80), patience: .milliseconds(160),
      poll: .milliseconds(20), rescan: .milliseconds(200), retry: .milliseconds(10))
    change(&folder)
  }

  func remove() { try? FileManager.default.removeItem(at: place) }

  func desk(
    _ others: [WatchedFolder] = [], outputs: [String] = [],
    witness: @escaping @Sendable (WatchStep) throws -> Void = { _ in }
  ) -> CounterDesk {
    CounterDesk(
      folders: [folder] + others, office: office, limits: limits, outputs: outputs, bell: Bell(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, witness: witness)
  }

  var root: URL { URL(filePath: folder.path) }

  func url(_ name: String) -> URL { root.appending(path: name) }

  func put(_ bytes: [UInt8], as name: String) throws {
    let url = url(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Everything in the watched folder that is not ours, sorted.
  var names: [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { !$0.hasPrefix(".kanhe") && !$0.hasPrefix("kanhe-failed") }.sorted()
  }

  var failed: [String] { names(in: "kanhe-failed") }
  var claimed: [String] { names(in: ".kanhe/claimed") }
  var receipts: [String] { names(in: ".kanhe/receipts") }

  func note(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: url("kanhe-failed/\(name)"))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  private func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)) ?? []).sorted()
  }
}

extension CounterDesk {
  /// Passes until the condition holds.
  /// - Returns: false where it did not within the time.
  func pass(within limit: Duration = .seconds(10), until holds: () async throws -> Bool)
    async rethrows -> Bool
  {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
      let wait = await pass()
      if try await holds() { return true }
      try? await Task.sleep(for: min(wait, .milliseconds(10)))
    }
    return false
  }

  /// Passes for that long.
  func pass(for time: Duration) async {
    _ = await pass(within: time) { false }
  }
}

extension TestOffice {
  /// The names of the files of every accepted claim.
  var takenNames: [[String]] {
    acceptedClaims.map { $0.files.map(\.path.name.escaped) }
  }
}
