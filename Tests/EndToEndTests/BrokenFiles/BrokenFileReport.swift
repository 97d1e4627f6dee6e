import Cases

/// What came of broken files.
struct BrokenFileReport {
  private(set) var count = 0
  private(set) var longest = Duration.zero
  /// Files whose problem says nothing in one of the languages.
  private(set) var withoutWords: [String] = []
  private var codes: [String: (count: Int, longest: Duration, example: String)] = [:]
  private var deaths: [String] = []
  /// The answer to each file.
  private(set) var answers: [String: String] = [:]

  mutating func note(_ file: BrokenFile, _ reading: FileReading, _ time: Duration) {
    count += 1
    longest = max(longest, time)
    let code = reading.error?.code ?? "read"
    answers[file.name] = code
    let last = codes[code] ?? (0, .zero, file.name)
    codes[code] = (
      last.count + 1, max(last.longest, time), time > last.longest ? file.name : last.example
    )
    guard let error = reading.error else { return }
    if error.zh.isEmpty || error.en.isEmpty || error.remedyZh.isEmpty || code == "internal" {
      withoutWords.append(file.name)
    }
    if ["reader_died", "reader_timed_out", "reader_used_up"].contains(code) {
      deaths.append("\(file.name): \(error.en)")
    }
  }

  /// A table: what was answered, how often, and the slowest of them.
  var text: String {
    let rows = codes.sorted { $0.value.count > $1.value.count }.map { code, seen in
      let seconds =
        Double(seen.longest.components.seconds)
        + Double(seen.longest.components.attoseconds) / 1e18
      return "  \(seen.count)\t\(code)\t\((seconds * 100).rounded() / 100) s\t\(seen.example)"
    }
    return "broken files: \(count)\n  files\tanswer\tslowest\n" + rows.joined(separator: "\n")
      + (deaths.isEmpty ? "" : "\n  readers lost:\n    " + deaths.joined(separator: "\n    "))
  }
}
