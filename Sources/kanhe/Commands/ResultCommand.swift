import ArgumentParser
import Cases
import Casework
import Foundation
import Store

/// `kanhe result draw | export | revoke`.
struct ResultCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result", abstract: "绘制、导出或撤销结果 / Draw, export or revoke results",
    subcommands: [Draw.self, Export.self, Revoke.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "导出尚未交付的结果 / Export a result that has not been handed over")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Option(help: "结果目录 / Folder for the result")
    var out: String
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var options: ModelOptions

    func run() async throws {
      let out = try ResultFolder(out)
      let hall = try await Hall.open(
        data: data.data, options, jobs: 1, database: database.database, isThere: true)
      let record = try hall.store.load(id)
      guard record.result != nil || record.notice != nil else {
        throw Problem.nothingToHandOver(id)
      }
      try out.write(record, as: record.id, from: hall.office)
      Output.line(out.url.appending(path: record.id).path)
    }
  }

  struct Revoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "撤销结果 / Take a result back")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Option(help: "superseded, issued_in_error, false_statement, holder_asked, other")
    var reason: String
    @Flag(help: "撤销的是容缺受理通知书 / Take back the notice of what is outstanding, not the result")
    var notice = false
    @OptionGroup var officer: OfficerOption
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption

    func validate() throws {
      guard RevocationReason(rawValue: reason) != nil else {
        let known = RevocationReason.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--reason: \(known)")
      }
    }

    func run() async throws {
      guard let reason = RevocationReason(rawValue: reason) else { return }
      try await HallStore.existing(data, database).store.revoke(
        resultOf: id, notice ? .notice : .final, because: reason, by: officer.by, at: Date())
      Output.line("\(id): 已撤销 revoked (\(reason.label.zh) \(reason.label.en))")
    }
  }
}
