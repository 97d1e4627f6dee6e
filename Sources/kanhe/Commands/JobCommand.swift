import ArgumentParser
import Cases
import Foundation
import Store

/// `kanhe job list | redrive`: what the machine could not do by itself.
struct JobCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job", abstract: "查看和重做搁置的任务 / Look at what was put aside, and take it up again",
    subcommands: [List.self, Redrive.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出搁置的任务 / List what was put aside")

    @Option(help: "输出格式 / Output format")
    var format = CaseCommand.Format.table
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption

    func run() async throws {
      let queue = JobQueue(try await HallStore.existing(data, database).store)
      let dead = try queue.dead()
      switch format {
      case .json: for job in dead { Output.line(try JSONLine.text(job)) }
      case .table:
        var table = TextTable(["任务 job", "步骤 stage", "案件 case", "次数 attempts", "原因 problem"])
        for job in dead {
          table.add([
            String(job.id), job.stage.rawValue, job.caseID, String(job.attempts), job.problem,
          ])
        }
        Output.line(table.text)
        let counts = try queue.counts()
        Output.line("等待 waiting \(counts.waiting), 办理中 at work \(counts.leased)")
      }
    }
  }

  struct Redrive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "重做搁置的任务 / Take up again what was put aside")

    @Argument(help: "任务编号 / The job")
    var id: Int64
    @OptionGroup var officer: OfficerOption
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption

    func run() async throws {
      try await HallStore.existing(data, database).store
        .redrive(id, by: officer.by, at: Date())
    }
  }
}
