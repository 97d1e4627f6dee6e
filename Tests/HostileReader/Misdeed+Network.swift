import CRawCalls
import Foundation

extension Misdeed {
  static let network: [String: Deed] = [
    "tcp": { _ in socket(AF_INET, 1) },
    "tcp6": { _ in socket(AF_INET6, 1) },
    "udp": { _ in socket(AF_INET, 2) },
    "raw": { _ in socket(AF_INET, 3) },
    "packet": { _ in socket(AF_PACKET, 3) },
    "netlink": { _ in socket(AF_NETLINK, 3) },
    "unix": { _ in socket(AF_UNIX, 1) },
    "vsock": { _ in socket(AF_VSOCK, 1) },
    "socketpair": { _ in
      var pair: [Int32] = [0, 0]
      return outcome(Int(Foundation.socketpair(AF_UNIX, 1, 0, &pair)), errno)
    },
    "interfaces": { _ in
      var list: UnsafeMutablePointer<ifaddrs>?
      return outcome(Int(getifaddrs(&list)), errno)
    },
  ]

  private static func socket(_ family: Int32, _ type: Int32) -> String {
    outcome(Int(Foundation.socket(family, type, 0)), errno)
  }
}
