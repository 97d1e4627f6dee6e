import Foundation
import Glibc

/// One TCP connection to a port of this machine.
final class Connection: Sendable {
  struct Refused: Error {}

  let descriptor: Int32

  init(port: Int) throws {
    let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      close(made)
      throw Refused()
    }
    descriptor = made
  }

  deinit { close(descriptor) }

  /// False where the other side takes no more.
  static func send(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Sends an HTTP/1.1 request and gives status and body of the answer, which must state its length.
  func exchange(_ method: String, _ path: String, _ body: Data) throws -> (Int, Data) {
    let head = """
      \(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n\
      Content-Length: \(body.count)\r\n\r\n
      """
    guard Self.send(Array(head.utf8) + body, to: descriptor) else { throw Refused() }
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      bytes += buffer.prefix(count)
      if let whole = Self.answer(in: bytes) { return whole }
    }
    throw Refused()
  }

  /// Nil while there is more to come. (Foundation's own client takes no header without a space
  /// behind its colon, and chromedriver writes such.)
  private static func answer(in bytes: Data) -> (Int, Data)? {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).lowercased()
    guard let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap({ Int($0.1) }),
      let status = head.firstMatch(of: /^http\/1\.1 (\d+)/).flatMap({ Int($0.1) })
    else { return nil }
    let body = bytes[end.upperBound...]
    return body.count >= length ? (status, Data(body.prefix(length))) : nil
  }
}
