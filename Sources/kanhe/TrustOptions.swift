import ArgumentParser
import Cases
import Foundation
import Verification

/// Whom a command that judges signatures believes.
struct TrustOptions: ParsableArguments {
  @Option(help: "信任文件 / The trust file")
  var trust: String?

  @Option(help: "数据目录 / The data folder whose trust and settings are used")
  var data: String?

  /// `--trust`, else `--data`, else `./kanhe-data` if it is there, else nobody. Makes nothing.
  /// - Throws: `bad_trust_file`.
  func store() throws(Problem) -> TrustStore {
    if let trust { return try TrustStore.load(file: URL(fileURLWithPath: trust)) }
    return try TrustStore.load(dataFolder: URL(fileURLWithPath: data ?? "./kanhe-data"))
  }
}
