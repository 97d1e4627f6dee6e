import ArgumentParser
import Cases
import Foundation

struct MakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make",
    abstract: "随机绘制样本。 Draws specimens; the same seed gives the same files.")

  @Option(help: "输出目录。 Folder to write to.")
  var out: String

  @Option(help: "每种材料在每种来源下的数量。 How many of each kind in each world.")
  var count = 2

  @Option(help: "随机种子。 Seed.")
  var seed: UInt64 = 1

  @Option(
    help: "材料种类，逗号分隔。 Kinds, separated by commas: \(Self.names(SpecimenKind.self)).")
  var kinds = Self.names(SpecimenKind.self)

  @Option(help: "来源，逗号分隔。 Worlds, separated by commas: \(Self.names(World.self)).")
  var worlds = Self.names(World.self)

  @Option(help: "扫描图片的格式。 Format of scans: \(Self.names(PictureFormat.self)).")
  var format = PictureFormat.jpg

  @Option(
    help:
      "填写内容所用字体，逗号分隔。 Families for what is filled in, separated by commas; each must have every character of a name."
  )
  var typefaces = ""

  func validate() throws {
    guard (1...10_000).contains(count) else {
      throw ValidationError("--count 应为 1 到 10000。 --count must be 1 to 10000.")
    }
    _ = try (list(SpecimenKind.self, kinds), list(World.self, worlds))
  }

  func run() throws {
    try reportingProblems {
      let families = typefaces.split(separator: ",").map(String.init)
      try Typeface.requireAll(and: families.map(Typeface.init))
      let press = Press(seed: seed, format: format, typefaces: families)
      let folder = URL(fileURLWithPath: out, isDirectory: true)
      for kind in try list(SpecimenKind.self, kinds) {
        for world in try list(World.self, worlds) where Press.prints(kind, in: world) {
          for number in 0..<count {
            try press.specimen(kind, world, number: number).write(to: folder)
          }
        }
      }
    }
  }

  private static func names<Name: CaseIterable & RawRepresentable<String>>(
    _ type: Name.Type
  ) -> String {
    Name.allCases.map(\.rawValue).joined(separator: ",")
  }

  private func list<Name: CaseIterable & RawRepresentable<String>>(
    _ type: Name.Type, _ text: String
  ) throws -> [Name] {
    try text.split(separator: ",").map { word in
      guard let name = Name(rawValue: String(word)) else {
        throw ValidationError(
          "未知名称「\(word)」。 Unknown name '\(word)'; known: \(Self.names(type)).")
      }
      return name
    }
  }
}
