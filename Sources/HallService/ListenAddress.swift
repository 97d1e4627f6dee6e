package import Cases

/// Where the service listens: `127.0.0.1:8080`, `[::1]:8080`.
package struct ListenAddress: Sendable, Equatable {
  package static let local = loopback(port: 8080)

  package static func loopback(port: UInt16) -> ListenAddress {
    ListenAddress(host: "127.0.0.1", port: Int(port))
  }

  package let host: String
  /// 0 lets the system choose.
  package let port: Int

  private init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  package init(_ text: String) throws(Problem) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...])
    else { throw .badListenAddress(text) }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    let known = Set("0123456789abcdefghijklmnopqrstuvwxyz.-:")
    guard !host.isEmpty, host.allSatisfy(known.contains),
      !host.contains(":") || text.hasPrefix("[")
    else { throw .badListenAddress(text) }
    self.init(host: String(host), port: Int(port))
  }

  /// True where only this machine can connect.
  package var isLoopback: Bool { Self.isLoopback(host) }

  static func isLoopback(_ host: some StringProtocol) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
