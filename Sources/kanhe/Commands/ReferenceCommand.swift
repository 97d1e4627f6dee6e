import ArgumentParser
import Cases
import Foundation
import Store

/// `kanhe reference import NAME FILE.csv`.
struct ReferenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "管理比对用的基准数据 / Manage the records that cases are compared with",
    subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导入 CSV，整体替换同名数据 / Import a CSV file; it replaces what has the same name")

    @Argument(help: "名称 / Name, as the matters use it")
    var name: String
    @Argument(help: "CSV 文件 / The CSV file")
    var file: String
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption

    func run() async throws {
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw Problem.unreadableFile(file)
      }
      let rows = try await HallStore.open(data, database).store.importReference(
        name, csv: Array(bytes), at: Date())
      Output.line("\(name): \(rows) 行 rows")
    }
  }
}
