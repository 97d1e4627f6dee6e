import Foundation
import TestDatabases
import Testing

/// Commands that open a hall find the right one, or say that they do not.
@Suite struct HallCommandTests {
  private let folder: ScratchFolder
  private let data: String

  init() throws {
    folder = try ScratchFolder()
    data = folder.path("data")
  }

  private func kanhe(_ arguments: [String]) async throws -> KanheProgram.Ending {
    try await KanheProgram.run(arguments + ["--data", data])
  }

  private static let looking = [
    ["fsck"], ["backup", "--out", "OUT"], ["case", "list"], ["case", "show", "x"],
    ["case", "confirm", "x", "a.b=c"], ["case", "resume", "x"],
    ["case", "reject", "x", "--reason", "r"], ["job", "list"], ["job", "redrive", "1"],
    ["result", "export", "x", "--out", "OUT"], ["result", "revoke", "x", "--reason", "other"],
  ]

  /// Otherwise an empty hall would be made there, and called sound.
  @Test(arguments: looking) func aWrongPathIsNoEmptyHall(_ command: [String]) async throws {
    let command = command.map { $0 == "OUT" ? folder.path("out") : $0 }
    let ending = try await kanhe(command)
    #expect(ending.status == 1 && ending.errors.contains("no_such_hall"), "\(ending.errors)")
    #expect(!URL(fileURLWithPath: data).exists)
  }

  /// Each of them once opened an empty SQLite beside the hall's PostgreSQL, and the service deleted every paper.
  @Test func aHallInPostgreSQLIsNotOpenedWithoutIt() async throws {
    let schema = try TestServer.makeSchema()
    defer { try? TestServer.drop(schema) }
    let database = [
      "--database", TestServer.address(of: schema, on: try TestServer.address),
    ]
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv").path
    let first = try await kanhe(["reference", "import", "retirees", register] + database)
    try #require(first.status == 0, "\(first.errors)")
    let paper = KanheProgram.samples
      .appendingPathComponent("\(DemoRun.issuedSample)/form.pdf").path
    let processed = try await kanhe(
      ["process", paper, "--matter", "clean_heating_subsidy"] + database)
    try #require(processed.status == 4, "\(processed.errors)")
    let objects = URL(fileURLWithPath: "\(data)/objects").names
    #expect(objects.count == 1)

    let all =
      Self.looking + [
        ["serve", "--listen", "127.0.0.1:0"], ["work"],
        ["process", paper, "--matter", "clean_heating_subsidy"],
        ["reference", "import", "retirees", register],
      ]
    for command in all {
      let out = folder.path("out-\(UUID())")
      let ending = try await kanhe(command.map { $0 == "OUT" ? out : $0 })
      #expect(
        ending.status == 9 && ending.errors.contains("database_not_named"),
        "\(command): \(ending.errors)")
    }
    #expect(URL(fileURLWithPath: "\(data)/objects").names == objects)
    #expect(!URL(fileURLWithPath: "\(data)/kanhe.sqlite").exists)

    let check = try await kanhe(["fsck"] + database)
    #expect(check.status == 0, "\(check.output) \(check.errors)")
    let cases = try await kanhe(["case", "list", "--format", "json"] + database)
    #expect(cases.jsonLines.count == 1)
    let backup = try await kanhe(["backup", "--out", folder.path("backup")] + database)
    #expect(backup.status == 0 && backup.output.contains("kanhe.pgdump"), "\(backup.errors)")
    // A backup is no hall in SQLite either.
    let copy = try await KanheProgram.run(["fsck", "--data", folder.path("backup")])
    #expect(copy.status == 9 && copy.errors.contains("database_not_named"))
  }

  @Test func aHallInSQLiteIsNotMoved() async throws {
    let schema = try TestServer.makeSchema()
    defer { try? TestServer.drop(schema) }
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv").path
    try #require(try await kanhe(["reference", "import", "r", register]).status == 0)
    let ending = try await kanhe(
      ["fsck", "--database", TestServer.address(of: schema, on: try TestServer.address)])
    #expect(ending.status == 9 && ending.errors.contains("database_cannot_change"))
  }

  /// A file that is there and cannot be read is not left out in silence.
  @Test func aBackupIsWholeOrNone() async throws {
    let register = KanheProgram.samples.appendingPathComponent("reference/retirees.csv").path
    try #require(try await kanhe(["reference", "import", "r", register]).status == 0)
    let (closed, out) = (try folder.file("closed", [1]), folder.path("backup"))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    try FileManager.default.moveItem(atPath: closed, toPath: "\(data)/keys/closed")
    // Who may read everything backs up as nobody.
    let user = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""
    let script = """
      [ -z "\(user)" ] || chown -R nobody '\(folder.url.path)'
      [ -z "\(user)" ] || chown root '\(data)/keys/closed'
      exec \(user) '\(KanheProgram.executable.path)' backup --out '\(out)' --data '\(data)'
      """
    let ending = try await KanheProgram.run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script])
    #expect(ending.status == 5 && ending.errors.contains("unreadable_file"), "\(ending.errors)")
    #expect(!URL(fileURLWithPath: "\(out)/backup.json").exists)
  }
}
