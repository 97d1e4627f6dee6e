import Foundation

/// Memory that this process holds, in megabytes.
enum ResidentMemory {
  static var megabytes: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return (pages * sysconf(Int32(_SC_PAGESIZE))) >> 20
  }
}
