import ArgumentParser
import Cases
import Foundation
import ResultDrawing
import Sealing
import Settings
import Store

extension ResultCommand {
  /// `kanhe result draw TEMPLATE --content FILE.json --out FILE.pdf [--seal NAME]`: what an officer issues outside of the main
  /// path, as refusals, notices of acceptance with materials outstanding, and certificates.
  struct Draw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "按模板绘制文书，可加盖印章 / Draw a document by a template, and seal it if asked")

    @Argument(help: "模板名称，如 refusal / A template of Models/templates")
    var template: String

    @Option(help: "内容 JSON：number、date、values、lists / The content as JSON")
    var content: String

    @Option(help: "输出文件 / The file to write")
    var out: String

    @Option(help: "加盖的印章 / The seal to put on it")
    var seal: String?

    @Option(help: "用印事由 / Why it is sealed")
    var reason = "加盖电子印章"

    @OptionGroup var data: DataOption
    @Option(help: "Models 目录 / The Models folder")
    var models: String?

    func run() async throws {
      let told = try ToldContent(file: content)
      var identity: SealIdentity?
      if let seal { identity = try await HallSeal(data.data).identity(seal) }
      let template = try ResultTemplate.load(
        template,
        from: Locations.models(told: models).appending(path: "templates"))
      let drawn = try ResultDrawing.draw(
        template,
        ResultContent(
          number: told.number, values: told.values ?? [:], lists: told.lists ?? [:],
          pointer: nil, date: told.day, underTestAuthority: identity?.record.test ?? true))
      var pdf = drawn.pdf
      if let identity {
        pdf = try Sealer.seal(
          pdf, at: SealPlacement(page: drawn.sealPage, box: drawn.sealBox),
          as: identity, reason: reason, caseID: "draw:\(template.id)")
      }
      try DurableFile(path: URL(fileURLWithPath: out).path).write(pdf, .replace)
      Output.line(out)
    }
  }
}

/// The content of a document as a file tells it.
private struct ToldContent: Decodable {
  var number: String
  /// Day of issue, ISO 8601; today where it is missing.
  var date: String?
  var values: [String: String]?
  var lists: [String: [[String]]]?

  /// - Throws: `unreadable_file`.
  init(file: String) throws(Problem) {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: file))
      self = try JSONDecoder().decode(ToldContent.self, from: data)
    } catch { throw .unreadableFile(file) }
  }

  var day: CalendarDay { date.flatMap(CalendarDay.init) ?? CalendarDay(hallDayOf: Date()) }
}
