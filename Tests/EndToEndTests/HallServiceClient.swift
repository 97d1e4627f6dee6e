import Foundation
import Glibc

/// An HTTP/1.1 client that sends exactly what it is told to, also what no well-behaved client
/// sends.
struct HallServiceClient {
  let port: Int

  struct Answer: Equatable {
    var status = 0
    /// Names in lower case.
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
    try await send("GET", path, headers: headers, body: [])
  }

  func post(
    _ body: [UInt8], type: String? = "application/octet-stream", headers: [String: String] = [:]
  ) async throws -> Answer {
    var headers = headers
    headers["Content-Type"] = type
    headers["Content-Length"] = headers["Content-Length"] ?? "\(body.count)"
    return try await send("POST", "/v1/documents", headers: headers, body: body)
  }

  func send(
    _ method: String, _ path: String, headers: [String: String], body: [UInt8]
  ) async throws -> Answer {
    let all = ["Host": "127.0.0.1:\(port)", "Connection": "close"].merging(headers) { $1 }
    let lines = all.map { "\($0): \($1)\r\n" }.joined()
    let request = Array("\(method) \(path) HTTP/1.1\r\n\(lines)\r\n".utf8) + body
    // A thread of its own: blocked threads of a shared pool would hold up the service under test.
    return try await withCheckedThrowingContinuation { done in
      Thread.detachNewThread { done.resume(with: Result { try exchange(request) }) }
    }
  }

  private func exchange(_ request: [UInt8]) throws -> Answer {
    let connection = try HallServiceConnection(port: port)
    try connection.send(request)
    return Self.parse(connection.receiveAll())
  }

  private static func parse(_ bytes: [UInt8]) -> Answer {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return Answer() }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      .split(separator: "\r\n")
    var answer = Answer(body: Array(bytes[end.upperBound...]))
    answer.status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    for line in lines.dropFirst() {
      let pair = line.split(separator: ":", maxSplits: 1)
      answer.headers[pair[0].lowercased()] = pair[1].drop { $0 == " " }.description
    }
    return answer
  }
}

/// One TCP connection to this machine.
final class HallServiceConnection: Sendable {
  struct Refused: Error {}

  private let descriptor: Int32

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

  /// What the other side does not take any more is dropped: it may answer before it has read
  /// everything.
  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Everything until the other side closes.
  func receiveAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      bytes += buffer.prefix(count)
    }
    return bytes
  }
}

/// A port that nobody listens on just now.
func freePort() throws -> Int {
  let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
  defer { close(made) }
  var address = sockaddr_in()
  address.sin_family = sa_family_t(AF_INET)
  address.sin_addr.s_addr = inet_addr("127.0.0.1")
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let isBound = withUnsafeMutablePointer(to: &address) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(made, $0, length) == 0 && getsockname(made, $0, &length) == 0
    }
  }
  guard isBound else { throw HallServiceConnection.Refused() }
  return Int(UInt16(bigEndian: address.sin_port))
}
