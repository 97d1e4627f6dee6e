import ArgumentParser
import Cases
import Foundation

struct SamplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samples",
    abstract: "绘制随项目提交的示例案件。 Draws the sample cases that are kept with the project.")

  @Option(help: "输出目录。 Folder to write to.")
  var out = "Samples"

  func run() throws {
    try reportingProblems {
      try Typeface.requireAll()
      let folder = URL(fileURLWithPath: out, isDirectory: true)
      for sample in try SampleCase.all() { try sample.write(to: folder) }
      try ReferenceTables.write(to: folder.appendingPathComponent("reference"))
    }
  }
}
