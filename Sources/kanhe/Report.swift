import Cases
import Foundation

/// Results, on standard output; unbuffered, so that a reader of the pipe sees each line when it is there.
enum Output {
  static func line(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      Report.say(.unwritable("stdout", error.localizedDescription))
      end(.access)
    }
  }
}

/// What is said to the person at the terminal, on standard error: results alone go to standard output.
enum Report {
  static let isTerminal = isatty(2) == 1

  static func line(_ text: String) {
    write(text + "\n")
  }

  static func say(_ problem: Problem, about file: String? = nil) {
    let subject = file.map { "\($0): " } ?? ""
    line("kanhe: \(subject)[\(problem.code)] \(problem.zh)\(problem.remedyZh)")
    line("       \(subject)\(problem.en) \(problem.remedyEn)")
  }

  /// One line that is written over as work goes on; nothing where nobody watches.
  static func progress(_ done: Int, of all: Int, _ what: String) {
    guard isTerminal else { return }
    let end = done == all ? "\r\u{1B}[K" : ""
    write("\r\u{1B}[K\(what) \(done)/\(all)\(end)")
  }

  /// Nobody can be told that nobody can be told.
  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
