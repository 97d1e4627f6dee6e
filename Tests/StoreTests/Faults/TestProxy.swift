import Foundation
import Glibc
import Synchronization

/// Stands between the store and the server on a socket of its own, and behaves as networks do.
final class TestProxy: Sendable {
  enum Mood {
    case faithful
    /// Takes everything and passes nothing on, and the connection stays: half-open.
    case silent
    /// Cuts the connection before, or after, the server gets to see COMMIT; from then on it is faithful, or refuses everybody.
    case losesCommit, losesAnswerToCommit, losesAnswerAndServer
    case closed
  }

  let folder: URL
  private let target: String
  private let listening: Int32
  private let state = Mutex(Mood.faithful)

  /// - Parameter server: `postgresql://…?host=FOLDER`.
  init(before server: String, in folder: URL) throws {
    let items = URLComponents(string: server)?.queryItems ?? []
    guard let host = items.first(where: { $0.name == "host" })?.value, host.hasPrefix("/") else {
      throw POSIXError(.EAFNOSUPPORT)
    }
    target = "\(host)/.s.PGSQL.5432"
    self.folder = folder
    listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    let bound = withAddress("\(folder.path)/.s.PGSQL.5432") { bind(listening, $0, $1) }
    guard bound == 0, listen(listening, 16) == 0 else { throw POSIXError(.EADDRINUSE) }
    Thread.detachNewThread { [self] in serve() }
  }

  var mood: Mood {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  /// As libpq finds it.
  var address: String { "postgresql://kanhe@/kanhe?host=\(folder.path)" }

  func close() { shutdown(listening, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let client = accept(listening, nil, nil)
      guard client >= 0 else { break }
      let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      guard mood != .closed, withAddress(target, { connect(server, $0, $1) }) == 0 else {
        _ = (Glibc.close(client), Glibc.close(server))
        continue
      }
      Thread.detachNewThread { [self] in carry(client, server) }
    }
    Glibc.close(listening)
  }

  private func carry(_ client: Int32, _ server: Int32) {
    defer { _ = (Glibc.close(client), Glibc.close(server)) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      var waiting = [client, server].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&waiting, 2, -1) > 0 else { return }
      for (from, to) in [(client, server), (server, client)]
      where waiting.contains(where: { $0.fd == from && $0.revents != 0 }) {
        let count = recv(from, &buffer, buffer.count, 0)
        guard count > 0, pass(buffer[..<count], from == client, to) else { return }
      }
    }
  }

  /// False where the connection is to be cut.
  private func pass(_ bytes: ArraySlice<UInt8>, _ isFromClient: Bool, _ to: Int32) -> Bool {
    let commits = isFromClient && Data(bytes).range(of: Data("COMMIT\0".utf8)) != nil
    let now = mood
    if now == .silent { return true }
    if commits, now == .losesCommit {
      mood = .faithful
      return false
    }
    guard bytes.withUnsafeBytes({ send(to, $0.baseAddress, $0.count, 0) }) == bytes.count else {
      return false
    }
    guard commits, now == .losesAnswerToCommit || now == .losesAnswerAndServer else { return true }
    mood = now == .losesAnswerToCommit ? .faithful : .closed
    // Until the server has done it.
    usleep(100_000)
    return false
  }
}

private func withAddress(
  _ path: String, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32
) -> Int32 {
  var address = sockaddr_un()
  address.sun_family = sa_family_t(AF_UNIX)
  withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
  return withUnsafePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      use($0, socklen_t(MemoryLayout<sockaddr_un>.size))
    }
  }
}
