import Cases
import Foundation
import Intake
import MainPath
import Testing

/// The boundary around hostile bytes: `kanhe reader`, through the pool that starts it.
@Suite struct ReaderTests {
  let folder: ScratchFolder
  /// Two pages: long enough to be in the middle of it.
  let card = KanheProgram.samples.appendingPathComponent("08-heating-tiff-approved/id-card.tif")

  init() throws {
    folder = try ScratchFolder()
    // A path of its own, by which its readers are told from those of other tests.
    try FileManager.default.createSymbolicLink(
      at: models, withDestinationURL: KanheProgram.models)
  }

  private var models: URL { folder.url.appendingPathComponent("Models") }
  private var readers: [ChildProcess] { ChildProcess.all(marked: models.path) }

  private func pool(_ count: Int = 1, tessdata: String = KanheProgram.tessdata) -> ReaderPool {
    ReaderPool(
      ReaderLaunch(
        executable: KanheProgram.executable.path,
        configuration: .documents(models: models.path, tessdata: tessdata)), count: count)
  }

  private func read(_ pool: ReaderPool) async throws -> FileReading {
    await pool.read(try Intake.accept(path: card.path), mostPages: 9)
  }

  @Test func aKilledReaderCostsItsFileOnly() async throws {
    // given: a reader in the middle of a file
    let pool = pool()
    _ = try await pool.engine()
    let first = try #require(readers.first)
    let start = first.ticks
    async let lost = read(pool)
    try #require(try await eventually { first.ticks > start + 5 })
    // when
    first.end(with: SIGKILL)
    // then
    let reading = try await lost
    #expect(reading.error?.code == "reader_died" && reading.documents.isEmpty)
    #expect(reading.file == card.path && reading.sha256?.count == 64)
    let next = try await read(pool)
    #expect(next.error == nil && next.documents.count == 2)
    #expect(readers.count == 1 && readers.first != first, "by a new process")
    await pool.stop()
    #expect(readers.isEmpty)
  }

  /// Who stops a service may tell all of its processes: the paper at hand did not end this one.
  @Test func aReaderThatIsToldToStopFinishesItsFile() async throws {
    let pool = pool()
    _ = try await pool.engine()
    let first = try #require(readers.first)
    let start = first.ticks
    async let reading = read(pool)
    try #require(try await eventually { first.ticks > start + 5 })
    first.end(with: SIGTERM)
    #expect(try await reading.error == nil)
    #expect(readers.first == first)
    await pool.stop()
    #expect(readers.isEmpty)
  }

  @Test func twoReadersReadSideBySideAndDieAlone() async throws {
    let pool = pool(2)
    async let one = read(pool)
    async let other = read(pool)
    try #require(
      try await eventually { readers.count == 2 && readers.allSatisfy { $0.ticks > 20 } })
    readers.first?.end(with: SIGKILL)
    let readings = try await [one, other]
    #expect(readings.count { $0.error?.code == "reader_died" } == 1)
    #expect(readings.count { $0.documents.count == 2 } == 1)
    await pool.stop()
  }

  @Test func aReaderThatDiedWhileIdleCostsNothing() async throws {
    let pool = pool()
    _ = try await pool.engine()
    let first = try #require(readers.first)
    first.end(with: SIGKILL)
    try #require(try await eventually { first.isDead })
    #expect(try await read(pool).documents.count == 2)
    await pool.stop()
  }

  @Test func aReaderIsGivenFourVariables() async throws {
    // given: a command with a secret in its environment
    let command = try KanheProgram.start(
      ["extract", "--models", models.path] + Array(repeating: card.path, count: 9),
      environment: ["KANHE_SERVICE_TOKENS": "geheim-0123456789abcdefghij"])
    defer { command.interrupt() }
    // when
    var reader: ChildProcess?
    try #require(
      try await eventually {
        reader = ChildProcess.all(of: command.processIdentifier, marked: models.path).first
        return reader.map { $0.ticks > 2 } ?? false
      })
    // then
    let environment = try #require(reader?.environment)
    #expect(environment.contains("OMP_THREAD_LIMIT=1"))
    #expect(
      Set(environment.map { $0.prefix { $0 != "=" } })
        == ["OMP_THREAD_LIMIT", "LANG", "PATH", "SWIFT_BACKTRACE"])
    #expect(!environment.contains { $0.contains("geheim") })
  }

  @Test func aReaderIsGivenNoOpenFile() async throws {
    // given: a service that has a file open
    let secret = try folder.file("secret", Array("geheim".utf8))
    let descriptor = open(secret, O_RDONLY)
    defer { close(descriptor) }
    // when
    let pool = pool()
    _ = try await pool.engine()
    // then
    let open = try #require(readers.first).descriptors.values
    #expect(!open.contains { $0.hasPrefix(folder.url.path) })
    #expect(open.count { $0.hasPrefix("pipe:") } == 2, "in and out: \(open)")
    await pool.stop()
  }

  @Test func whatALibraryPrintsBreaksNoFrame() async throws {
    let pool = pool()
    _ = try await pool.engine()
    let reader = try #require(readers.first)
    // when: standard output is written to from inside, as a C library would
    let output = try FileHandle(
      forWritingTo: URL(fileURLWithPath: "/proc/\(reader.id)/fd/1"))
    try output.write(contentsOf: Data("Tesseract says hello\n".utf8))
    // then
    #expect(try await read(pool).documents.count == 2)
    #expect(readers == [reader], "the same process has read it")
    await pool.stop()
  }

  @Test func aMissingModelIsSaidInWords() async throws {
    let pool = pool(tessdata: folder.url.path)
    let problem = await #expect(throws: Problem.self) { try await pool.engine() }
    #expect(problem?.code == "missing_language" && problem?.exit == .missingDependency)
    #expect(try await read(pool).error == problem)
    await pool.stop()
    #expect(readers.isEmpty)
  }

  @Test func aProgramThatIsNotThereIsSaidInWords() async throws {
    let pool = ReaderPool(
      ReaderLaunch(executable: folder.path("kanhe"), configuration: .codes), count: 1)
    let problem = try await read(pool).error
    #expect(problem?.code == "reader_not_started" && problem?.exit == .missingDependency)
  }

  /// A reader ends itself between two files when it is old; the next file may be on its way by then.
  @Test func aReaderThatHasJustRetiredCostsNothing() async throws {
    // given: the first reader ends, in peace, as soon as it is sent something
    let program = KanheProgram.executable.path
    let script = try folder.file(
      "kanhe.sh",
      Array(
        """
        #!/bin/sh
        if mkdir '\(folder.path("retired"))' 2>/dev/null; then
          '\(program)' "$@" </dev/null && head -c 1 >/dev/null
          exit 0
        fi
        exec '\(program)' "$@"
        """.utf8))
    chmod(script, 0o700)
    let pool = ReaderPool(
      ReaderLaunch(
        executable: script,
        configuration: .documents(models: models.path, tessdata: KanheProgram.tessdata)), count: 1)
    _ = try await pool.engine()
    // when, then
    let reading = try await read(pool)
    #expect(reading.error == nil && reading.documents.count == 2)
    await pool.stop()
  }
}
