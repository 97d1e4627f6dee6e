import Foundation

/// What processes have used.
package struct ProcessCost: Sendable, Equatable, Codable {
  /// User and system time.
  package var cpuSeconds: Double
  /// Most memory that one process held, in bytes; 0 where it is not known.
  package var peakBytes: Int

  package init(cpuSeconds: Double, peakBytes: Int) {
    (self.cpuSeconds, self.peakBytes) = (cpuSeconds, peakBytes)
  }

  init(_ usage: rusage) {
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    // Linux counts ru_maxrss in kilobytes (getrusage(2)).
    self.init(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakBytes: Int(usage.ru_maxrss) * 1024)
  }

  /// CPU time of this process and of those that it has started and that have ended.
  package static func ownCPUSeconds() -> Double {
    var (own, children) = (rusage(), rusage())
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &children)
    return ProcessCost(own).cpuSeconds + ProcessCost(children).cpuSeconds
  }

  /// Of a running process; nil once it is gone.
  package init?(ofProcess identifier: Int32) {
    guard let stat = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8),
      let status = try? String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
    else { return nil }
    self.init(stat: stat, status: status, ticksPerSecond: sysconf(Int32(_SC_CLK_TCK)))
  }

  /// From the text of `/proc/PID/stat` and `/proc/PID/status` (proc(5)).
  init?(stat: String, status: String, ticksPerSecond: Int) {
    // The second entry is the program's name in brackets, which may hold anything.
    guard let name = stat.lastIndex(of: ")") else { return nil }
    let entries = stat[name...].split(separator: " ")
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }?
      .split(whereSeparator: \.isWhitespace)
    guard entries.count > 13, let user = Int(entries[12]), let system = Int(entries[13]),
      let peak, peak.count > 1, let kilobytes = Int(peak[1])
    else { return nil }
    self.init(
      cpuSeconds: Double(user + system) / Double(ticksPerSecond), peakBytes: kilobytes * 1024)
  }

  enum CodingKeys: String, CodingKey {
    case cpuSeconds = "cpu_seconds"
    case peakBytes = "peak_bytes"
  }
}
