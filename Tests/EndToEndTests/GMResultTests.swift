import Foundation
import Testing

/// A result sealed with SM2 and SM3 (profile `gm`), from its papers to its verdict, as a person runs it.
@Suite struct GMResultTests {
  private let folder: ScratchFolder
  private let hall: SealedHall

  init() async throws {
    folder = try ScratchFolder()
    hall = try await SealedHall(in: folder, settings: #"{"seal": {"profile": "gm"}}"#)
  }

  @Test func itIsGenuineAndEveryChangedCopyIsNot() async throws {
    let result = try await hall.result()
    let trusting = ["--data", hall.data]

    for name in ["result.pdf", "code.txt"] {
      let ending = try await verify(result.appendingPathComponent(name).path, trusting)
      #expect(ending.status == 0, "\(ending.output) \(ending.errors)")
      let sealed = ending.jsonLines.first?["sealed_by"] as? [String: Any]
      #expect(sealed?["answer"] as? String == "test")
    }
    let pdf = try result.appendingPathComponent("result.pdf").bytes
    #expect(String(decoding: pdf, as: UTF8.self).contains("/SubFilter /GM.sm2seal"))
    for change in VerifyTests.changes {
      let changed = try folder.file("changed.pdf", change.make(pdf))
      #expect(try await verify(changed, trusting).status == 6, "\(change.name)")
    }
    // The trust of a hall with P-256 seals is none in this one.
    let demo = try await DemoRun.shared().data.path
    #expect(try await verify(result.path + "/result.pdf", ["--data", demo]).status == 7)
    let exported = folder.path("trust.json")
    let ending = try await hall.kanhe("keys", "export-trust", "--out", exported)
    #expect(ending.status == 0)
    #expect(try await verify(result.path + "/result.pdf", ["--trust", exported]).status == 0)
  }

  @Test func othersReadTheCodeOnItsPage() async throws {
    let result = try await hall.result()
    let page = folder.path("page")

    let drawn = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/pdftoppm"),
      ["-r", "150", "-png", "-singlefile", result.path + "/result.pdf", page])
    try #require(drawn.status == 0)
    let code = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/zbarimg"), ["-q", "--raw", "--nodbus", page + ".png"])

    let full = String(decoding: try result.appendingPathComponent("code.txt").bytes, as: UTF8.self)
    let address = try #require(full.split(separator: "#").first)
    #expect(code.output.hasPrefix(address + "#"))
  }

  @Test(arguments: [
    #"{"seal": {"profile": "gm", "name": "police"}}"#,
    #"{"seal": {"profile": "gm"}, "tsa": {"url": "http://127.0.0.1:1/"}}"#,
    #"{"seal": {"profile": "sm9"}}"#,
  ])
  func settingsThatCannotBeAreAProblem(settings: String) async throws {
    try hall.set(settings)

    let ending = try await hall.kanhe("keys", "list")

    #expect(ending.status == 9 && ending.errors.contains("bad_settings"), "\(ending.errors)")
  }

  private func verify(
    _ path: String, _ options: [String]
  ) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(["verify", path, "--format", "json"] + options, in: folder.url)
  }
}

/// A data folder with settings of its own, in which one sample can be taken to its result.
struct SealedHall {
  let data: String
  private let folder: ScratchFolder
  private let environment: [String: String]

  init(
    in folder: ScratchFolder, settings: String, environment: [String: String] = [:]
  ) async throws {
    self.folder = folder
    self.environment = environment
    data = folder.path("data")
    try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
    try set(settings)
    let register = KanheProgram.samples.appendingPathComponent("reference/households.csv").path
    try #require(
      try await kanhe("reference", "import", "households", register).status == 0)
  }

  func set(_ settings: String) throws {
    try Data(settings.utf8).write(to: URL(fileURLWithPath: data + "/settings.json"))
  }

  func kanhe(_ arguments: String...) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", data], environment: environment)
  }

  /// Takes the papers of a sample through.
  func process(out: String) async throws -> KanheProgram.Ending {
    let sample = KanheProgram.samples.appendingPathComponent(DemoRun.issuedSample)
    let papers = ["id-front.jpg", "id-back.jpg", "form.pdf"].map {
      sample.appendingPathComponent($0).path
    }
    return try await KanheProgram.run(
      ["process"] + papers + [
        "--matter", "clean_heating_subsidy", "--data", data, "--out", folder.path(out),
      ], environment: environment)
  }

  /// The folder of the result that is then issued.
  func result() async throws -> URL {
    let ending = try await process(out: "out")
    try #require(ending.status == 0, "\(ending.output) \(ending.errors)")
    let out = URL(fileURLWithPath: folder.path("out"))
    return out.appendingPathComponent(try #require(out.names.first))
  }
}
