import ArgumentParser
import Cases
import Foundation
import Store

/// `kanhe fsck`: is anything lost, or there twice.
struct FsckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fsck",
    abstract: "核对数据：是否有遗失或重复 / Check that nothing is lost and nothing is there twice")

  @Flag(help: "只查数据库，不打开材料 / Look at the database only, and open no papers")
  var quick = false
  @Option(help: "输出格式 / Output format")
  var format = CaseCommand.Format.table
  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption

  func run() async throws {
    let hall = try await HallStore.existing(data, database)
    let check = try hall.store.check(quick ? nil : ObjectStore(in: hall.folder, of: hall.store))
    switch format {
    case .json: Output.line(try JSONLine.text(check))
    case .table: Output.line(Self.table(of: check))
    }
    if !check.isSound { throw ExitStatus.other }
  }

  private static func table(of check: StoreCheck) -> String {
    let (documents, results) = (check.documents, check.results)
    let (objects, log) = (check.objects, check.log)
    var table = TextTable(["", "核对 check", "数量 count"])
    table.add(["材料 papers", "总数 accepted", String(documents.total)])
    table.add(["", "办理中 open", String(documents.open)])
    table.add(["", "已办结 final", String(documents.final)])
    table.add(["", "遗失 lost", String(documents.lost)])
    table.add(["监视目录 folders", "收取中 being taken", String(check.folders.claimed)])
    table.add(["结果 results", "总数 issued", String(results.total)])
    table.add(["", "遗失 missing", String(results.missing)])
    table.add(["", "重复签发 issued twice", String(results.twice)])
    table.add(["", "作废编号 void numbers", String(results.void.count)])
    table.add(["文件 objects", "总数 looked at", String(objects.total)])
    table.add(["", "缺失或损坏 missing", String(objects.missing)])
    table.add(["日志 log", "条目 entries", String(log.entries)])
    table.add(["", "不符 unmatched", String(log.unmatched)])
    return table.text
  }
}
