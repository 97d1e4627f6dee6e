import ArgumentParser
import Cases
import Foundation
import MainPath
import Settings
import Store
import Typefaces

/// `kanhe doctor`: what is installed, what was found, what is missing, and the command that installs it.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "检查运行环境 / Check what is installed and what is missing")

  @OptionGroup var data: DataOption
  @OptionGroup var options: ModelOptions

  func run() async throws {
    var checkup = Checkup()
    checkup.note("kanhe", .success(Release.version))
    let models = await checkup.look("Models") { try Locations.models(told: options.models).path }
    if models != nil {
      await checkup.look("models / 模型文件") {
        try ModelLibrary.load(from: try Locations.models(told: options.models)).summary
      }
    }
    await checkup.look("fonts / 字体") { try TypefaceCheck.find().joined(separator: ", ") }
    await lookAtReader(&checkup)
    lookAtData(&checkup)
    await lookAtSeal(&checkup)
    Output.line(checkup.text)
    if let worst = checkup.worst { throw worst }
  }

  private func lookAtReader(_ checkup: inout Checkup) async {
    let confinement = await checkup.lookAtEngine(options)
    if let confinement { lookAtWalls(confinement, &checkup) }
  }

  /// Each wall around readers, and where one is missing, why.
  private func lookAtWalls(_ confinement: Confinement, _ checkup: inout Checkup) {
    for wall in Confinement.Wall.allCases {
      let name = "reader: \(wall.en) / \(wall.zh)"
      guard let gap = confinement.gap(in: wall) else {
        checkup.note(name, .success("有效 in force"))
        continue
      }
      if options.strict {
        checkup.note(name, .failure(.readerNotConfined([gap])))
      } else {
        checkup.noteGap(name, "不可用 not available: \(gap.reason)")
      }
    }
  }

  /// Looks without making anything.
  private func lookAtData(_ checkup: inout Checkup) {
    let there = FileManager.default.fileExists(atPath: data.data)
    checkup.note(
      "data / 数据目录",
      .success(there ? data.data : "\(data.data) (首次使用时创建 made on first use)"))
  }
}

extension Checkup {
  /// Starts a reader: only that shows that Tesseract and its models can be used.
  /// - Returns: what stands around the reader, where one could be started.
  @discardableResult
  mutating func lookAtEngine(_ options: ModelOptions) async -> Confinement? {
    var confinement: Confinement?
    await look("reader / 读取进程") {
      var options = options
      // What is missing is told wall by wall, and refused then.
      options.strict = false
      let workshop = try await Workshop.open(options, data: nil, jobs: 1)
      let engine = try await workshop.readers.engine()
      confinement = try await workshop.readers.confinement()
      await workshop.readers.stop()
      let models = engine.models.sorted { $0.key < $1.key }
        .map { "\($0.key) \($0.value.prefix(12))…" }
      return "Tesseract \(engine.tesseract), \(models.joined(separator: ", "))"
    }
    return confinement
  }
}

extension ModelLibrary {
  var summary: String {
    "\(kinds.names.count) kinds, \(forms.forms.count) forms, \(matters.matters.count) matters"
  }
}
