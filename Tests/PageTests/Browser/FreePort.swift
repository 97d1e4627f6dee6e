import Glibc

/// A TCP port of this machine that nobody listens on at the moment.
enum FreePort {
  struct NoneFree: Error {}

  static func find() throws -> Int {
    let listener = try ListeningSocket()
    return listener.port
  }
}

/// A socket that listens on a port of this machine.
final class ListeningSocket: Sendable {
  let descriptor: Int32
  let port: Int

  init() throws {
    let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(made, address, size) == 0 && listen(made, 64) == 0
          && getsockname(made, address, &size) == 0
      }
    }
    guard status else {
      close(made)
      throw FreePort.NoneFree()
    }
    descriptor = made
    port = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(descriptor) }
}
