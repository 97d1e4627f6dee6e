import ArgumentParser
import Cases
import Foundation
import Sealing
import Store
import Verification

/// `kanhe keys make | list | rotate | retire | use-token | export-trust`.
struct KeysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "管理印章、密钥与信任 / Manage seals, keys and trust",
    subcommands: [Make.self, List.self, Rotate.self, Retire.self, UseToken.self, ExportTrust.self])

  struct ExportTrust: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export-trust",
      abstract: "导出核验所需的公开信息 / Export what others need to verify; nothing secret")

    @Option(help: "输出文件 / The file to write")
    var out: String
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var options: ModelOptions

    func run() async throws {
      let hall = try await Hall.open(
        data: data.data, options, jobs: 1, database: database.database)
      let trust = try TrustStore.load(dataFolder: hall.folder.url)
      let encoder = JSONEncoder()
      encoder.dateEncodingStrategy = .iso8601
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      do { try encoder.encode(trust).write(to: URL(fileURLWithPath: out), options: .atomic) } catch
      {
        throw Problem.unwritable(out, error.localizedDescription)
      }
      Output.line(out)
    }
  }
}
