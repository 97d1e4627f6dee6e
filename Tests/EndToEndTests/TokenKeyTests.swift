import Foundation
import Testing

/// `kanhe keys` with a key that never leaves its token, and results sealed by it.
@Suite struct TokenKeyTests {
  private let folder: ScratchFolder
  private let hall: SealedHall

  init() async throws {
    folder = try ScratchFolder()
    let pin = try folder.file("pin", Array("73194\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pin)
    try FileManager.default.createDirectory(
      atPath: folder.path("tokens"), withIntermediateDirectories: true)
    let configuration = try folder.file(
      "softhsm2.conf", Array("directories.tokendir = \(folder.path("tokens"))\n".utf8))
    let environment = [
      "SOFTHSM2_CONF": configuration,
      "KANHE_SEAL_PKCS11_MODULE": "/usr/lib/softhsm/libsofthsm2.so",
      "KANHE_SEAL_PKCS11_TOKEN": "hall-token", "KANHE_SEAL_PKCS11_PIN_FILE": pin,
    ]
    let made = try await KanheProgram.run(
      URL(fileURLWithPath: "/usr/bin/softhsm2-util"),
      [
        "--init-token", "--free", "--label", "hall-token", "--so-pin", "9876543", "--pin", "73194",
      ], environment: environment)
    try #require(made.status == 0, "\(made.errors)")
    hall = try await SealedHall(
      in: folder, settings: #"{"seal": {"name": "police"}}"#, environment: environment)
  }

  @Test func aSealIsMadeListedRotatedAndUsed() async throws {
    let made = try await hall.kanhe(
      "keys", "make", "police", "--token", "--organ", "云州市公安局", "--kind", "审批专用章")
    try #require(made.status == 0, "\(made.errors)")
    #expect(try await hall.kanhe("keys", "list").output.contains("hall-token"))
    #expect(try await hall.kanhe("keys", "rotate", "police").status == 0)
    #expect(try await hall.kanhe("doctor").output.contains("PKCS#11 hall-token"))

    let pdf = try await hall.result().path + "/result.pdf"
    let verified = try await hall.kanhe("verify", pdf)
    #expect(verified.status == 0, "\(verified.output)")
    #expect(verified.output.contains("云州市公安局"))

    // No key of the seal is in a file.
    let files = URL(fileURLWithPath: hall.data + "/keys/seals/police")
    for name in files.names {
      let text = String(decoding: try files.appendingPathComponent(name).bytes, as: UTF8.self)
      #expect(!text.contains("PRIVATE"), "\(name)")
    }
    let log = String(
      decoding: try URL(fileURLWithPath: hall.data + "/seal-use.log").bytes, as: UTF8.self)
    #expect(log.contains("action=rotated") && log.contains("case=2"))
    #expect(!log.contains("73194"))
  }

  /// A token that is away stops sealing, and the case goes on when it is back.
  @Test func aCaseWaitsForItsToken() async throws {
    let made = try await hall.kanhe("keys", "make", "police", "--token", "--organ", "云州市公安局")
    try #require(made.status == 0, "\(made.errors)")
    let (tokens, away) = (folder.path("tokens"), folder.path("away"))
    try FileManager.default.moveItem(atPath: tokens, toPath: away)
    try FileManager.default.createDirectory(atPath: tokens, withIntermediateDirectories: true)

    let stopped = try await hall.process(out: "stopped")
    #expect(stopped.status != 0 && stopped.errors.contains("key_token_missing"))
    #expect(try await hall.kanhe("keys", "list").status == 0)

    try FileManager.default.removeItem(atPath: tokens)
    try FileManager.default.moveItem(atPath: away, toPath: tokens)
    let open = try await hall.kanhe("case", "list", "--state", "open", "--format", "json")
    let id = try #require(open.jsonLines.first?["id"] as? String)
    let resumed = try await hall.kanhe("case", "resume", id, "--out", folder.path("out"))
    #expect(resumed.status == 0, "\(resumed.output) \(resumed.errors)")
  }
}
