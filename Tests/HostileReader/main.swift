import Foundation
import MainPath

// A reader that was taken over: it is confined as every reader is, greets as every reader does, and then does what the
// name of the file tells it. It answers with what came of it. For tests only.
guard let start = ReaderStart(arguments: CommandLine.arguments.dropFirst(2)) else { exit(1) }
let confinement = Confinement.enter(for: start)
let pipe = HostilePipe()
pipe.greet(confinement)
while let order = pipe.order() {
  pipe.answer(Misdeed.all[order.deed].map { deed in deed(order) } ?? "unknown")
}
