package import Cases
import Foundation

/// The inside of `kanhe reader`: one warm engine, one file after the other, until the service closes the pipe.
package enum ReaderLoop {
  /// Serves standard input until it ends. Returns how the process should exit.
  package static func run(_ start: ReaderStart) -> ExitStatus {
    let confinement = Confinement.enter(for: start)
    signal(SIGPIPE, SIG_IGN)
    // Who stops a service may tell all of its processes. A reader has not died of a paper then: its pipe ends it.
    signal(SIGTERM, SIG_IGN)
    let channel = FrameChannel(input: 0, output: ownOutput())
    let reader: any FileAnswering
    do {
      reader = try answering(start)
      let greeting = ReaderGreeting(engine: reader.engine, confinement: confinement)
      guard channel.send(try .json(.ready, greeting)) else { return .other }
    } catch {
      let problem = error as? Problem ?? .internalFault("\(type(of: error))")
      _ = (try? Frame.json(.unfit, problem)).map(channel.send)
      return problem.exit
    }
    return serve(channel, reader, ReaderClock(limits: start.limits))
  }

  private static func answering(_ start: ReaderStart) throws -> any FileAnswering {
    switch start.configuration {
    case .documents(let models, let tessdata):
      try FileReader(models: models, tessdata: tessdata, limits: start.limits)
    case .codes: CodeReader(limits: start.limits)
    }
  }

  private static func serve(
    _ channel: FrameChannel, _ reader: any FileAnswering, _ clock: ReaderClock
  ) -> ExitStatus {
    while !clock.isOver {
      do {
        guard let request = try channel.receive() else { return .done }
        guard request.kind == .request, let file = try channel.receive(), file.kind == .file
        else { return .other }
        let wanted = try JSONDecoder().decode(ReadingRequest.self, from: Data(request.payload))
        clock.startFile()
        guard channel.send(try reader.answer(file.payload, as: wanted)) else { return .done }
      } catch {
        return .other
      }
    }
    return .done
  }

  /// Results leave through a descriptor of their own: a library that prints to standard output must not break a frame.
  private static func ownOutput() -> Int32 {
    let own = dup(1)
    dup2(2, 1)
    return own
  }
}

/// What a reader process does with a file.
protocol FileAnswering {
  var engine: EngineDescription { get }
  func answer(_ bytes: [UInt8], as request: ReadingRequest) throws -> Frame
}

extension Frame {
  static func json(_ kind: Kind, _ value: some Encodable) throws -> Frame {
    Frame(kind: kind, payload: Array(try JSONEncoder().encode(value)))
  }
}
