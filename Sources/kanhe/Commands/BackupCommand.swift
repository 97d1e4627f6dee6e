import ArgumentParser
import Cases
import Foundation
import Settings
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

  func run() async throws {
    let folder = try DataFolder.open(at: URL(fileURLWithPath: data.data, isDirectory: true))
    let store = try HallStore.open(folder, try await Settings.load(dataFolder: data.data))
    let backup = try store.backUp(
      folder, to: URL(fileURLWithPath: out, isDirectory: true), at: Date())
    Output.line("\(out): \(backup.database), \(backup.files) files, \(backup.bytes) bytes")
  }
}
