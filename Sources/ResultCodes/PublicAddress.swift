package import Cases

/// Where anybody can ask for results: scheme, host and port, without a path.
/// `https://fw.example.gov.cn`
///
/// Plain http is for this machine only. Nineteen characters of host at most keep a typical code at
/// version 13.
package struct PublicAddress: Sendable, Equatable {
  /// What is used while nobody has set an address.
  package static let local = PublicAddress(checked: "http://127.0.0.1:8080", isLocal: true)

  /// `https://host[:port]`, all lower case.
  package let text: String
  /// True for this machine: a code with it is of use to nobody else.
  package let isLocal: Bool

  package init(_ text: String) throws(Problem) {
    guard let address = Self(parsing: text) else { throw .badPublicURL(text) }
    self = address
  }

  /// Where a status list is published.
  package func statusList(_ list: Int) -> String { "\(text)/status/\(list)" }

  init?(parsing text: some StringProtocol) {
    let isLocal = text.hasPrefix("http://")
    guard isLocal || text.hasPrefix("https://"), text.utf8.count <= 80 else { return nil }
    let authority = text.dropFirst(isLocal ? 7 : 8)
    let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), Self.isHost(parts[0]),
      parts.count == 1 || Self.isPort(parts[1]),
      !isLocal || parts[0] == "127.0.0.1" || parts[0] == "localhost"
    else { return nil }
    self.init(checked: String(text), isLocal: isLocal)
  }

  private init(checked text: String, isLocal: Bool) {
    self.text = text
    self.isLocal = isLocal
  }

  /// Lower-case host name of letters, digits and hyphens (RFC 1123, 2.1).
  private static func isHost(_ text: some StringProtocol) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
        && label.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
  }

  private static func isPort(_ text: some StringProtocol) -> Bool {
    guard let port = UInt16(text), port > 0 else { return false }
    return String(port) == text
  }
}
