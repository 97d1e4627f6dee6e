import ArgumentParser
import Cases
import Foundation
import Store

/// `kanhe backup`: a copy of everything of a hall, beside the running service.
struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "在服务运行时备份全部数据 / Copy everything of a hall while the service runs",
    discussion: "备份含密钥，须与原件同样保密。 The backup holds the keys: it is as secret as the original.")

  @Option(help: "新的空目录 / A new or empty folder")
  var out: String
  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption

  func run() async throws {
    let hall = try await HallStore.existing(data, database)
    let backup = try hall.store.backUp(
      hall.folder, to: URL(fileURLWithPath: out, isDirectory: true), at: Date())
    Output.line("\(out): \(backup.database), \(backup.files) files, \(backup.bytes) bytes")
  }
}
