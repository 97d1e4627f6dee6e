import Foundation

/// A process that this one has started, looked at from outside.
struct ChildProcess: Hashable {
  let id: Int32

  /// The children whose command line has `mark` in it.
  static func all(of parent: Int32 = getpid(), marked mark: String) -> [ChildProcess] {
    URL(fileURLWithPath: "/proc").names.compactMap(Int32.init).map(ChildProcess.init)
      .filter { $0.parent == parent && $0.commandLine.contains(mark) }
  }

  var commandLine: String { text("cmdline").replacingOccurrences(of: "\0", with: " ") }
  var environment: [String] { text("environ").split(separator: "\0").map(String.init) }

  /// What its descriptors are, by number.
  var descriptors: [Int: String] {
    let folder = URL(fileURLWithPath: "/proc/\(id)/fd")
    return Dictionary(
      uniqueKeysWithValues: folder.names.compactMap { name in
        let target = try? FileManager.default.destinationOfSymbolicLink(
          atPath: folder.appendingPathComponent(name).path)
        return Int(name).flatMap { number in target.map { (number, $0) } }
      })
  }

  /// Hundredths of a second that it has worked.
  var ticks: Int {
    let numbers = stat
    return numbers.count > 12 ? (Int(numbers[11]) ?? 0) + (Int(numbers[12]) ?? 0) : 0
  }

  /// Gone, or nothing but an entry in the table: its descriptors are closed by then, as they are not while its memory
  /// is given back.
  var isDead: Bool { stat.first.map { $0 == "Z" || $0 == "X" } ?? true }

  func end(with signal: Int32) { kill(id, signal) }

  private var parent: Int32? {
    // Looked at once: it may be gone the next time.
    let numbers = stat
    return numbers.count > 1 ? Int32(numbers[1]) : nil
  }

  /// proc(5), from the state on: the name before it may hold anything.
  private var stat: [Substring] {
    let text = text("stat")
    guard let end = text.lastIndex(of: ")") else { return [] }
    return text[end...].split(separator: " ").dropFirst().map { $0 }
  }

  private func text(_ name: String) -> String {
    let data = FileManager.default.contents(atPath: "/proc/\(id)/\(name)")
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}

/// Looks again and again until it is so; false when that takes too long.
func eventually(within limit: Duration = .seconds(90), _ isSo: () throws -> Bool) async throws
  -> Bool
{
  let deadline = ContinuousClock.now + limit
  while try !isSo() {
    if ContinuousClock.now > deadline { return false }
    try await Task.sleep(for: .milliseconds(10))
  }
  return true
}
