import Foundation
import Glibc
import Synchronization

/// Stands between browser and service and keeps every byte that the browser sends.
final class RecordingTap: Sendable {
  private let listener: ListeningSocket
  private let service = Atomic(0)
  private let sent = Mutex<[UInt8]>([])

  init() throws { listener = try ListeningSocket() }

  var port: Int { listener.port }

  /// Everything that was sent since it was asked last.
  func takeSent() -> String {
    sent.withLock { bytes in
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Passes connections on to the service at `port`, until the process ends.
  func start(to port: Int) {
    service.store(port, ordering: .relaxed)
    Thread.detachNewThread { [self] in
      while case let client = accept(listener.descriptor, nil, nil), client >= 0 {
        Thread.detachNewThread { self.serve(client) }
      }
    }
  }

  private func serve(_ client: Int32) {
    guard let service = try? Connection(port: service.load(ordering: .relaxed)) else {
      close(client)
      return
    }
    let upstream = service.descriptor
    let back = Thread { Self.pump(from: upstream, to: client) { _ in } }
    back.start()
    Self.pump(from: client, to: upstream) { bytes in
      sent.withLock { $0 += bytes }
    }
    while !back.isFinished { usleep(1_000) }
    close(client)
  }

  private static func pump(
    from source: Int32, to destination: Int32, _ keep: (ArraySlice<UInt8>) -> Void
  ) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(source, &buffer, buffer.count, 0), count > 0 {
      keep(buffer[..<count])
      guard Connection.send(buffer[..<count], to: destination) else { return }
    }
    shutdown(destination, Int32(SHUT_WR))
  }
}
