package import Cases
import Configuration
package import Foundation
import SystemPackage

/// The settings that are in force.
package struct Settings: Sendable {
  package var publicURL: String
  package var listen: String
  /// Secret: never printed.
  package var tokens: [String]
  package var requestsPerMinute: Int
  package var proxies: [String]
  /// nil where no time stamps are asked for.
  package var timestampURL: URL?
  /// Path of a PEM file; empty where none is named.
  package var timestampTrust: String
  package var timestampBytes: Int
  /// Empty: SQLite.
  package var database: String
  package var leaseSeconds: Int
  package var attempts: Int
  package var handOverDays: Int
  package var papersPerMinute: Int
  package var mostJobs: Int
  package var readerCount: Int
  package var readerTimeoutSeconds: Int
  package var readerMemoryMegabytes: Int
  package var readerCPUSeconds: Int
  package var readerIsStrict: Bool
  package var tessdata: String
  package var largestFile: Int
  package var largestPicture: Int
  package var mostPages: Int
  package var mostObjects: Int
  package var largestExpansionMegabytes: Int
  package var mostWaiting: Int
  package var mostWaitingBatch: Int
  package var freeMegabytes: Int
  package var seal: SealSettings

  /// Reads the environment and `settings.json` in the data folder, if there is one.
  ///
  /// Throws `bad_settings` when a value cannot be used: a setting that is ignored in silence is worse than none.
  package static func load(dataFolder: String?) async throws(Problem) -> Settings {
    var providers: [any ConfigProvider] = [
      EnvironmentVariablesProvider().prefixKeys(with: "kanhe")
    ]
    do {
      if let dataFolder {
        providers.append(
          try await FileProvider<JSONSnapshot>(
            filePath: FilePath(dataFolder).appending("settings.json"), allowMissing: true))
      }
      return try Settings(from: ConfigReader(providers: providers))
    } catch {
      throw .badSettings("\(error)")
    }
  }

  private init(from config: ConfigReader) throws {
    func text(_ setting: Setting<String>) throws -> String {
      try config.fetchedString(setting) ?? setting.standard
    }
    func number(_ setting: Setting<Int>) throws -> Int {
      guard let text = try config.fetchedText(setting.key) else { return setting.standard }
      guard let number = Int(text), number >= 0 else { throw UnusableValue(key: setting.key) }
      return number
    }
    func choice(_ setting: Setting<Bool>) throws -> Bool {
      guard let text = try config.fetchedText(setting.key) else { return setting.standard }
      guard let choice = Bool(text) else { throw UnusableValue(key: setting.key) }
      return choice
    }
    func number(_ setting: Setting<Int>, in range: ClosedRange<Int>) throws -> Int {
      let number = try number(setting)
      guard range.contains(number) else { throw UnusableValue(key: setting.key) }
      return number
    }
    publicURL = try text(KnownSettings.publicURL)
    listen = try text(KnownSettings.listen)
    tokens = try text(KnownSettings.tokens).split(separator: ",").map(String.init)
    requestsPerMinute = try number(KnownSettings.requestsPerMinute, in: 0...1_000_000)
    proxies = try text(KnownSettings.proxies).split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    timestampURL = try Self.address(text(KnownSettings.timestampURL))
    timestampTrust = try text(KnownSettings.timestampTrust)
    timestampBytes = try number(KnownSettings.timestampBytes, in: 512...30_000)
    database = try text(KnownSettings.database)
    leaseSeconds = try number(KnownSettings.leaseSeconds, in: 1...3_600)
    attempts = try number(KnownSettings.attempts, in: 1...100)
    handOverDays = try number(KnownSettings.handOverDays, in: 1...3_650)
    papersPerMinute = try number(KnownSettings.papersPerMinute, in: 0...60_000)
    mostJobs = try number(KnownSettings.mostJobs)
    let count = try number(KnownSettings.readerCount)
    readerCount = count == 0 ? ProcessInfo.processInfo.activeProcessorCount : count
    readerTimeoutSeconds = try number(KnownSettings.readerTimeout)
    readerMemoryMegabytes = try number(KnownSettings.readerMemory, in: 256...1_048_576)
    readerCPUSeconds = try number(KnownSettings.readerCPU, in: 1...86_400)
    readerIsStrict = try choice(KnownSettings.readerStrict)
    tessdata = try text(KnownSettings.tessdata)
    largestFile = try number(KnownSettings.largestFile)
    largestPicture = try number(KnownSettings.largestPicture)
    mostPages = try number(KnownSettings.mostPages)
    mostObjects = try number(KnownSettings.mostObjects, in: 1...2_000_000)
    largestExpansionMegabytes = try number(KnownSettings.largestExpansion, in: 1...65_536)
    mostWaiting = try number(KnownSettings.mostWaiting)
    mostWaitingBatch = try number(KnownSettings.mostWaitingBatch)
    freeMegabytes = try number(KnownSettings.freeMegabytes)
    seal = try SealSettings(text)
  }

  private static func address(_ text: String) throws -> URL? {
    if text.isEmpty { return nil }
    guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host != nil
    else { throw UnusableValue(key: KnownSettings.timestampURL.key) }
    return url
  }

  private struct UnusableValue: Error { let key: String }
}

extension ConfigReader {
  fileprivate func fetchedString(_ setting: Setting<String>) throws -> String? {
    try fetchedText(setting.key)
  }

  /// The value as text, whether the file wrote it as text, as a number or as true and false.
  fileprivate func fetchedText(_ key: String) throws -> String? {
    if let text = string(forKey: ConfigKey(key)) { return text }
    if let number = int(forKey: ConfigKey(key)) { return String(number) }
    return bool(forKey: ConfigKey(key)).map(String.init)
  }
}

extension Problem {
  static func badSettings(_ reason: String) -> Problem {
    Problem(
      "bad_settings", exit: .configuration,
      zh: "设置有误（\(reason)）。", en: "A setting is wrong (\(reason)).",
      remedyZh: "请更正环境变量或 settings.json。", remedyEn: "Correct the environment or settings.json.")
  }
}
