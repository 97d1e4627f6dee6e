import CConfinement
import Foundation

extension Confinement {
  /// Shuts this process in. It must be the first thing that the process does: what has more than one thread by then
  /// stays outside (unshare(2), landlock(7)).
  package static func enter(for start: ReaderStart) -> Confinement {
    var outcomes = [KanheWallOutcome](
      repeating: KanheWallOutcome(), count: Int(KANHE_WALLS.rawValue))
    withCStrings(paths(start.configuration.readable) + fontsAndTime) { readable in
      var order = KanheConfinementOrder(
        readable: readable, memory: UInt64(start.limits.memoryBytes),
        cpu_seconds: UInt64(start.limits.lifetimeSeconds))
      kanhe_confine(&order, &outcomes)
    }
    return Confinement(gaps: walls.compactMap { wall, place in gap(wall, outcomes[place]) })
  }

  /// With what they stand for where they are links; a folder before what is in it.
  private static func paths(_ named: [String]) -> [String] {
    let real = named.compactMap { path in
      realpath(path, nil).map { real in
        defer { free(real) }
        return String(cString: real)
      }
    }
    return Set(named + real).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// What Poppler looks at for fonts that a PDF does not hold, and what tells the hall's day.
  private static let fontsAndTime = [
    "/etc/alternatives", "/etc/fonts", "/usr/share/fontconfig", "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/var/cache/fontconfig", "/usr/share/poppler", "/etc/localtime", "/usr/share/zoneinfo",
  ]

  private static let walls: [(Wall, Int)] = [
    (Wall.privileges, KANHE_WALL_PRIVILEGES), (.descriptors, KANHE_WALL_DESCRIPTORS),
    (.network, KANHE_WALL_NETWORK), (.ipc, KANHE_WALL_IPC), (.view, KANHE_WALL_VIEW),
    (.limits, KANHE_WALL_LIMITS), (.files, KANHE_WALL_FILES),
    (.capabilities, KANHE_WALL_CAPABILITIES), (.orphan, KANHE_WALL_ORPHAN),
    (.systemCalls, KANHE_WALL_SYSTEM_CALLS),
  ].map { ($0, Int($1.rawValue)) }

  private static func gap(_ wall: Wall, _ outcome: KanheWallOutcome) -> Gap? {
    guard let call = outcome.call else { return nil }
    return Gap(
      wall: wall, reason: "\(String(cString: call)): \(String(cString: strerror(outcome.error)))")
  }

  /// A list of C strings that ends with a null pointer, for as long as the body runs.
  private static func withCStrings(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Void
  ) {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let list = copies.map { UnsafePointer($0) } + [nil]
    list.withUnsafeBufferPointer { list in
      if let base = list.baseAddress { body(base) }
    }
  }
}
