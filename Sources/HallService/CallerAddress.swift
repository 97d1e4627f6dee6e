import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

/// Who asks, as far as the network tells: one IPv4 address, or one IPv6 network of 64 bits, which is what a household or a
/// phone has. Kept in memory only, and never written anywhere.
struct CallerAddress: Hashable, Sendable {
  private let bytes: [UInt8]

  /// Nil where the text is no address.
  init?(_ text: some StringProtocol) {
    // fe80::1%eth0 is an address too.
    let text = String(text.prefix { $0 != "%" })
    if let bytes = Self.bytes(of: text, AF_INET, count: 4) {
      self.bytes = bytes
    } else if let all = Self.bytes(of: text, AF_INET6, count: 16) {
      let isMappedV4 = all[..<10].allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
      let isLoopback = all[..<15].allSatisfy { $0 == 0 } && all[15] == 1
      bytes = isMappedV4 ? Array(all[12...]) : isLoopback ? [127, 0, 0, 1] : Array(all[..<8])
    } else {
      return nil
    }
  }

  private static func bytes(of text: String, _ family: Int32, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }

  var isThisMachine: Bool { bytes.count == 4 && bytes[0] == 127 }

  /// Who is behind the proxies that are known: each of them appends whom it heard from, so the last one that is no proxy
  /// of ours is right, and what stands before it may be invented (X-Forwarded-For, as nginx and others write it).
  static func of(
    _ request: Request, from peer: SocketAddress?, behind proxies: Set<CallerAddress>
  ) -> CallerAddress? {
    guard let peer = peer?.ipAddress.flatMap({ CallerAddress($0) }) else { return nil }
    guard proxies.contains(peer) else { return peer }
    let said = request.headers[values: .xForwardedFor].joined(separator: ",").split(separator: ",")
    for entry in said.reversed() {
      guard let address = CallerAddress(entry.trimmed) else { return peer }
      if !proxies.contains(address) { return address }
    }
    return peer
  }
}

extension HTTPField.Name {
  static let xForwardedFor = Self("X-Forwarded-For")!
}

extension Substring {
  fileprivate var trimmed: Substring {
    let rest = drop { $0 == " " || $0 == "\t" }
    return rest.prefix(rest.count - rest.reversed().prefix { $0 == " " || $0 == "\t" }.count)
  }
}
