package import Cases
import Foundation

/// The inside of `kanhe reader`: one warm engine, one file after the other, until the service closes the pipe.
package enum ReaderLoop {
  /// Serves standard input until it ends. Returns how the process should exit.
  package static func run(_ configuration: ReaderConfiguration) -> ExitStatus {
    signal(SIGPIPE, SIG_IGN)
    limitThisProcess()
    let channel = FrameChannel(input: 0, output: ownOutput())
    let reader: any FileAnswering
    do {
      reader = try answering(configuration)
      guard channel.send(try .json(.ready, reader.engine)) else { return .other }
    } catch {
      let problem = error as? Problem ?? .internalFault("\(type(of: error))")
      _ = (try? Frame.json(.unfit, problem)).map(channel.send)
      return problem.exit
    }
    return serve(channel, reader)
  }

  private static func answering(_ configuration: ReaderConfiguration) throws -> any FileAnswering {
    switch configuration {
    case .documents(let models, let tessdata): try FileReader(models: models, tessdata: tessdata)
    case .codes: CodeReader()
    }
  }

  private static func serve(_ channel: FrameChannel, _ reader: any FileAnswering) -> ExitStatus {
    while true {
      do {
        guard let request = try channel.receive() else { return .done }
        guard request.kind == .request, let file = try channel.receive(), file.kind == .file
        else { return .other }
        let wanted = try JSONDecoder().decode(ReadingRequest.self, from: Data(request.payload))
        guard channel.send(try reader.answer(file.payload, as: wanted)) else { return .done }
      } catch {
        return .other
      }
    }
  }

  /// Results leave through a descriptor of their own: a library that prints to standard output must not break a frame.
  private static func ownOutput() -> Int32 {
    let own = dup(1)
    dup2(2, 1)
    return own
  }

  /// A decoder that was taken over can neither fill the disk nor the memory. (Namespaces and system call filters
  /// stand around this later; the process boundary is what a hostile file meets first.)
  private static func limitThisProcess() {
    set(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    set(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), 0)
    set(__rlimit_resource_t(RLIMIT_AS.rawValue), 6 << 30)
  }

  private static func set(_ resource: __rlimit_resource_t, _ value: rlim_t) {
    var limit = rlimit(rlim_cur: value, rlim_max: value)
    setrlimit(resource, &limit)
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
