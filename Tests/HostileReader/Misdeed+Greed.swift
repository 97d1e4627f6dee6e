import Foundation

extension Misdeed {
  /// What takes everything, or never ends.
  static let greed: [String: Deed] = [
    "allocates": { _ in
      var megabytes = 0
      while megabytes < 10_240 {
        let memory = mmap(
          nil, 64 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { break }
        memset(memory, 1, 64 << 20)
        megabytes += 64
      }
      return megabytes < 10_240 ? "held \(megabytes)" : "escaped"
    },
    "locks-memory": { _ in
      var memory = [UInt8](repeating: 0, count: 1 << 20)
      return outcome(Int(mlock(&memory, memory.count)), errno)
    },
    "spins": { _ in while true {} },
    "sleeps": { _ in while true { sleep(60) } },
    "half-a-frame": { _ in
      _ = write(1, "KHF1", 4)
      while true { sleep(60) }
    },
    "endless-frame": { _ in endless(Array("KHF1".utf8) + [17, 0, 0, 0, 0x0F, 0xFF, 0xFF, 0xFF]) },
    "endless-noise": { _ in endless([]) },
    "negative-length": { _ in
      _ = write(1, Array("KHF1".utf8) + [17, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], 12)
      while true { sleep(60) }
    },
  ]

  private static func endless(_ beginning: [UInt8]) -> String {
    _ = write(1, beginning, beginning.count)
    let noise = [UInt8](repeating: 0x20, count: 1 << 16)
    while true { _ = write(1, noise, noise.count) }
  }
}
