import Cases
import Foundation
import Intake
import MainPath
import Testing

/// A reader that was taken over may answer anything: it costs its file, and neither the service nor its memory.
@Suite struct HostileReaderTests {
  struct Hostility: CustomTestStringConvertible, Sendable {
    let name: String
    /// Frames after the greeting; nil for a reader that does not even greet.
    let answer: [UInt8]?
    /// What it does then.
    let ending: String
    var code = "reader_died"
    var testDescription: String { name }
  }

  static let stays = #"exec -a "$0" sleep 60"#
  static let hostilities = [
    Hostility(
      name: "ends at once", answer: nil, ending: "exit 0", code: "reader_not_started"),
    Hostility(
      name: "says other things", answer: nil, ending: "exec yes", code: "reader_not_started"),
    Hostility(name: "never greets", answer: nil, ending: stays, code: "reader_not_started"),
    Hostility(name: "ends after greeting", answer: [], ending: "exit 0"),
    Hostility(name: "ends in the middle of a frame", answer: [0x4B, 0x48], ending: "exit 0"),
    Hostility(name: "never answers", answer: [], ending: stays, code: "reader_timed_out"),
    Hostility(name: "closes its output", answer: [], ending: "exec 1>&-; \(stays)"),
    Hostility(
      name: "claims four gigabytes", answer: frame(17, [], claiming: .max), ending: stays),
    Hostility(
      name: "claims what is allowed and ends", answer: frame(17, [1], claiming: 15 << 20),
      ending: "exit 0"),
    Hostility(
      name: "never stops", answer: frame(17, [], claiming: 4 << 20), ending: "exec yes"),
    Hostility(name: "another kind of frame", answer: frame(16, greeting), ending: stays),
    Hostility(name: "an unknown kind of frame", answer: frame(99, []), ending: stays),
    Hostility(name: "no JSON", answer: frame(17, Array("{".utf8)), ending: stays),
    Hostility(name: "JSON of something else", answer: frame(17, greeting), ending: stays),
    Hostility(
      name: "deep JSON", answer: frame(17, .init(repeating: 0x5B, count: 1 << 20)), ending: stays),
  ]

  /// While the service is still writing a file that is larger than a pipe.
  static let hostilitiesToTheWriter = [
    Hostility(name: "ends after greeting", answer: [], ending: "exit 0"),
    Hostility(name: "closes its input", answer: [], ending: "exec 0<&-; \(stays)"),
    Hostility(name: "never reads", answer: [], ending: stays, code: "reader_timed_out"),
    Hostility(
      name: "leaves children that hold the pipe", answer: [],
      ending: "setsid sleep 15 & sleep 15", code: "reader_timed_out"),
  ]

  @Test(arguments: hostilities) func costsItsFileOnly(_ hostility: Hostility) async throws {
    try await check(hostility, with: SmallFiles.pngHeader(10, 10))
  }

  @Test(arguments: hostilitiesToTheWriter)
  func doesNotHoldTheWriterUp(_ hostility: Hostility) async throws {
    try await check(hostility, with: SmallFiles.blankPNG)
  }

  private func check(_ hostility: Hostility, with bytes: [UInt8]) async throws {
    // given
    let folder = try ScratchFolder()
    let pool = ReaderPool(
      ReaderLaunch(
        executable: try Self.program(hostility, in: folder), configuration: .codes,
        timeoutSeconds: 1), count: 1)
    let file = try Intake.accept(name: "a.png", bytes: bytes)
    // when
    let start = ContinuousClock.now
    let reading = await pool.read(file, mostPages: 1)
    let again = await pool.read(file, mostPages: 1)
    // then
    #expect(reading.error?.code == hostility.code, "\(reading)")
    #expect(again.error?.code == hostility.code && reading.documents.isEmpty)
    await pool.stop()
    #expect(ContinuousClock.now - start < .seconds(90))
    #expect(ChildProcess.all(marked: folder.url.path).isEmpty, "no process is left behind")
  }

  @Test func aReaderDoesNotSayWhichFileItWas() async throws {
    let lie =
      #"{"file":"other.png","sha256":"00","pages":1,"page_sizes":[],"documents":[],"#
      + #""warnings":[],"milliseconds":0}"#
    let folder = try ScratchFolder()
    let honest = Hostility(
      name: "lies", answer: Self.frame(17, Array(lie.utf8)), ending: "cat > /dev/null")
    let pool = ReaderPool(
      ReaderLaunch(
        executable: try Self.program(honest, in: folder), configuration: .codes,
        timeoutSeconds: 5), count: 1)
    let file = try Intake.accept(name: "a.png", bytes: SmallFiles.blankPNG)
    let reading = await pool.read(file, mostPages: 1)
    #expect(reading.error == nil && reading.pages == 1)
    #expect(reading.file == "a.png" && reading.sha256 == file.sha256)
    await pool.stop()
  }

  @Test func aClaimIsNotAllocated() async throws {
    let folder = try ScratchFolder()
    let claims = Hostility(
      name: "claims", answer: Self.frame(17, [1], claiming: 15 << 20), ending: Self.stays)
    let program = try Self.program(claims, in: folder)
    let pool = ReaderPool(
      ReaderLaunch(executable: program, configuration: .codes, timeoutSeconds: 1), count: 1)
    let file = try Intake.accept(name: "a.png", bytes: SmallFiles.pngHeader(10, 10))
    async let reading = pool.read(file, mostPages: 1)
    var most = 0
    let before = ResidentMemory.megabytes
    for _ in 0..<40 {
      most = max(most, ResidentMemory.megabytes)
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(await reading.error?.code == "reader_timed_out")
    #expect(most - before < 14, "from \(before) to \(most) MB")
    await pool.stop()
  }

  static let greeting = Array(
    #"{"engine":{"kanhe":"0","tesseract":"0","models":{}},"confinement":{"gaps":[]}}"#.utf8)

  static func frame(_ kind: UInt8, _ payload: [UInt8], claiming length: UInt32? = nil) -> [UInt8] {
    let length = length ?? UInt32(payload.count)
    return Array("KHF1".utf8) + [kind, 0, 0, 0]
      + (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) } + payload
  }

  private static func program(_ hostility: Hostility, in folder: ScratchFolder) throws -> String {
    let said = hostility.answer.map { frame(16, greeting) + $0 } ?? []
    let answer = try folder.file("answer", said)
    let script = "#!/bin/bash\ncat '\(answer)'\n\(hostility.ending)\n"
    let program = try folder.file("reader", Array(script.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
    return program
  }
}
