import ArgumentParser
import Cases
import Casework
import Deciding
import Foundation

/// `kanhe case …`: what an officer does.
struct CaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "查看和处理案件 / Look at cases and settle them",
    subcommands: [
      List.self, Show.self, Add.self, Confirm.self, Postpone.self, Reject.self, Resume.self,
    ])

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出案件 / List the cases")

    @Option(help: "只列出该状态 / Only those in this state")
    var state: String?
    @Option(help: "输出格式 / Output format")
    var format = Format.table
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption

    func validate() throws {
      if let state, CaseRecord.State(rawValue: state) == nil {
        throw ValidationError(
          "--state: open, review, deferred, issued, rejected, filed, refused, moved")
      }
    }

    func run() async throws {
      let hall = try await HallStore.existing(data, database)
      let cases = try hall.store.list(state.flatMap(CaseRecord.State.init))
      switch format {
      case .json: for item in cases { Output.line(try JSONLine.text(item)) }
      case .table:
        var table = TextTable(["案件 case", "状态 state", "事项 matter", "时间 opened"])
        for item in cases {
          table.add([item.id, item.state.rawValue, item.matter ?? "-", item.openedAt])
        }
        Output.line(table.text)
      }
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "查看案件 / Show a case")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Option(help: "输出格式 / Output format")
    var format = Format.table
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption

    func run() async throws {
      let record = try await HallStore.existing(data, database).store.load(id)
      switch format {
      case .json: Output.line(try JSONLine.text(record, pretty: true))
      case .table:
        Output.line(CaseText.text(of: record))
        Output.line(CaseText.openFields(of: record))
      }
    }
  }

  struct Confirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "确认字段，案件继续办理 / Confirm fields; the case goes on")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Argument(help: "种类.字段=值 / kind.field=value")
    var fields: [String]
    @OptionGroup var officer: OfficerOption
    @Option(help: "结果目录 / Folder for the result")
    var out: String?
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var options: ModelOptions

    func validate() throws {
      for field in fields where !field.contains("=") {
        throw ValidationError("'\(field)': kind.field=value")
      }
    }

    func run() async throws {
      let out = try out.map(ResultFolder.init)
      let hall = try await Hall.open(
        data: data.data, options, jobs: 1, database: database.database, isThere: true)
      var record = try hall.store.load(id)
      let desk = CaseDesk(officer: officer.by)
      for field in fields {
        let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
        record = try desk.confirm(
          parts[0], is: parts.count > 1 ? parts[1] : "", in: record, at: Date())
      }
      record = try await hall.goOn(with: record)
      try hall.report(record, to: out)
    }
  }

  struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "继续办理中断或停下的案件 / Go on with a case that was interrupted or has stopped")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Option(help: "结果目录 / Folder for the result")
    var out: String?
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var options: ModelOptions

    func run() async throws {
      let out = try out.map(ResultFolder.init)
      let hall = try await Hall.open(
        data: data.data, options, jobs: 1, database: database.database, isThere: true)
      let record =
        try hall.office.queue.hasWork(on: id)
        ? try await hall.settle(id) : try await hall.goOn(with: hall.store.load(id))
      try hall.report(record, to: out)
    }
  }
}

/// Who does it, as it will stand in the record.
struct OfficerOption: ParsableArguments {
  @Option(help: "办理人，默认当前用户 / The officer; the current user by default")
  var by = NSUserName()
}
