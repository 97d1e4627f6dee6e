import ArgumentParser
import Cases
import Foundation
import ResultCodes
import ResultDrawing
import Store

/// `kanhe separators make`: the sheets that lie between the cases of a stack.
struct SeparatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "separators", abstract: "打印分隔页 / Sheets to divide stacks of scanned papers",
    subcommands: [Make.self])

  struct Make: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "生成可打印的分隔页 / Make separator sheets to print")

    @Option(help: "输出的 PDF 文件 / The PDF to write")
    var out: String
    @Option(
      help: "二维码文字，与 folders.yaml 中 separators.sheet 相同 / Text of the code, as in folders.yaml")
    var text = Separators.standardSheet
    @Option(help: "页数 / Number of sheets")
    var copies = 1

    func validate() throws {
      guard Separators.canBeSheet(text) else {
        throw ValidationError(
          "--text: 1-100 个字母、数字或符号 / 1 to 100 letters, digits and signs of ASCII")
      }
      guard (1...500).contains(copies) else { throw ValidationError("--copies: 1 … 500") }
    }

    func run() throws {
      let pdf = try SeparatorSheet.draw(
        try QRCoder.symbol(ofSheet: text), of: text, copies: copies,
        on: CalendarDay(hallDayOf: Date()))
      try DurableFile(path: URL(fileURLWithPath: out).path).write(pdf, .replace)
      Output.line(out)
      Report.line("folders.yaml: separators: {sheet: \(text)}")
    }
  }
}
