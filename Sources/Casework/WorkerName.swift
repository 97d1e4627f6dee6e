import Foundation

/// A name that no other process of any machine has.
enum WorkerName {
  static func new() -> String {
    let host = ProcessInfo.processInfo.hostName.prefix(60)
    return "\(host)-\(getpid())-\(UInt32.random(in: 0 ... .max))"
  }
}
