import GRDB
import Glibc

/// Waits for another process's transaction. SQLite's own way sleeps up to 100 ms at a time, which starves whoever waits.
enum BusyWaiting {
  /// Seconds: as long as the import of a large reference may take.
  private static let longest = 30.0

  static let callback: Database.BusyCallback = { tries in
    let pause = UInt32.random(in: 200...2_000)
    usleep(tries < 20 ? pause : pause * 2)
    // 1.1 ms on the average, then 2.2.
    return Double(tries) * 0.0022 < longest
  }
}
