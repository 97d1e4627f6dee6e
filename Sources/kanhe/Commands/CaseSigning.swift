import ArgumentParser
import Cases
import Casework
import Deciding
import Foundation
import Store

/// What an officer signs off: the paper is sealed, logged and handed over as approvals are.
extension CaseCommand {
  struct Reject: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "不予批准，须写明理由 / Refuse, with the reasons")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Option(help: "理由，可多次给出 / A reason; may be given several times")
    var reason: [String]
    @OptionGroup var signing: SigningOptions

    func validate() throws {
      if reason.isEmpty { throw ValidationError("--reason") }
    }

    func run() async throws {
      try await signing.sign(id) { hall, record, desk, now in
        try desk.reject(
          record, because: reason, under: try record.matter.map(hall.path.matter),
          applicant: signing.applicant, at: now)
      }
    }
  }

  struct Postpone: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "defer",
      abstract: "容缺受理：申请人已书面承诺补正 / Take in; the applicant has promised the rest in writing")

    @Argument(help: "案件编号 / The case")
    var id: String
    @OptionGroup var signing: SigningOptions

    func run() async throws {
      try await signing.sign(id) { hall, record, desk, now in
        try desk.postpone(
          record, under: try hall.path.matter(record.matter ?? ""), applicant: signing.applicant,
          at: now)
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "补交材料，案件继续办理 / Hand in what was outstanding; the case goes on")

    @Argument(help: "案件编号 / The case")
    var id: String
    @Argument(help: "补交的材料 / The materials")
    var files: [String]
    @Option(help: "结果目录 / Folder for the result")
    var out: String?
    @OptionGroup var data: DataOption
    @OptionGroup var database: DatabaseOption
    @OptionGroup var options: ModelOptions

    func run() async throws {
      let out = try out.map(ResultFolder.init)
      let hall = try await Hall.open(
        data: data.data, options, jobs: min(files.count, 2), database: database.database,
        isThere: true)
      let matter = try hall.store.load(id).matter
      let record = try await hall.process(files, matter: matter, id: id)
      await hall.path.readers.stop()
      for material in record.materials.suffix(files.count) {
        if let problem = material.error { Report.say(problem, about: material.file) }
      }
      try hall.report(record, to: out)
    }
  }
}

/// Who signs, for whom, and where the paper goes.
struct SigningOptions: ParsableArguments {
  @Option(help: "申请人，表格未能确定时填写 / The applicant, where the form leaves that open")
  var applicant: String?
  @OptionGroup var officer: OfficerOption
  @Option(help: "结果目录 / Folder for the result")
  var out: String?
  @OptionGroup var data: DataOption
  @OptionGroup var database: DatabaseOption
  @OptionGroup var options: ModelOptions

  /// Has the case changed at the officer's desk, sees it to its paper, and ends the command as the officer wanted it.
  func sign(
    _ id: String,
    _ change: (Hall, CaseRecord, CaseDesk, Date) throws -> CaseRecord
  ) async throws {
    let out = try out.map(ResultFolder.init)
    let hall = try await Hall.open(
      data: data.data, options, jobs: 1, database: database.database, isThere: true)
    let signed = try change(hall, hall.store.load(id), CaseDesk(officer: officer.by), Date())
    let record = try await hall.goOn(with: signed)
    try out?.write(record, as: record.id, from: hall.office)
    Output.line(CaseText.text(of: record))
    if ![.rejected, .deferred].contains(record.state) { throw record.ending }
  }
}
