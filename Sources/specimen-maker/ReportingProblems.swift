import ArgumentParser
import Cases
import Foundation

/// Runs a command; a problem goes to standard error in both languages, with its exit status.
func reportingProblems(_ run: () throws -> Void) throws {
  do {
    try run()
  } catch let problem as Problem {
    FileHandle.standardError.write(Data("specimen-maker: \(problem.message)\n".utf8))
    throw ExitCode(problem.exit.rawValue)
  }
}
