import Cases
import Foundation
import MainPath

// `kanhe reader` is started by `kanhe` itself, never by a person, and is not in the help.
// A reader process is set up before anything else happens in it: no task, no thread, no library has run yet.
if CommandLine.arguments.dropFirst().first == "reader" {
  let start = ReaderStart(arguments: CommandLine.arguments.dropFirst(2))
  end(start.map(ReaderLoop.run) ?? .wrongArguments)
}
Interruption.endsWithItsStatus()
await Kanhe.runAndEnd()
