import ArgumentParser
import Cases
import Foundation
import HallService
import MainPath
import Settings

/// `kanhe models check`: whether what stands in `Models/` fits together; for whoever writes a matter or a template.
struct ModelsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models", abstract: "检查模型、事项和文书模板 / Models, matters and templates",
    subcommands: [Check.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "检查 Models 目录是否完整、自洽 / Whether everything in Models is there and fits together")

    @OptionGroup var options: ModelOptions

    func run() async throws {
      let folder = try Locations.models(told: options.models)
      var checkup = Checkup()
      checkup.note("Models", .success(folder.path))
      var library: ModelLibrary?
      await checkup.look("models / 模型文件") {
        let models = try ModelLibrary.load(from: folder)
        library = models
        return models.summary
      }
      if let library { await lookAtPapers(of: library, &checkup) }
      await checkup.look("pages / 网页") {
        _ = try await Pages(folder: folder.appending(path: "pages").path)
        return "✓"
      }
      await checkup.lookAtEngine(options)
      Output.line(checkup.text)
      if let worst = checkup.worst { throw worst }
    }

    /// Draws each paper: what cannot be drawn now could not be drawn when somebody waits for it.
    private func lookAtPapers(of library: ModelLibrary, _ checkup: inout Checkup) async {
      for matter in library.matters.matters.values.sorted(by: { $0.id < $1.id }) {
        do {
          let trial = try PaperTrial(matter, in: library)
          for paper in trial.papers {
            await checkup.look("\(matter.id): \(paper.rawValue)") {
              "\(try trial.draw(paper, at: Date())) 页 page(s)"
            }
          }
        } catch {
          checkup.note(matter.id, error)
        }
      }
    }
  }
}
