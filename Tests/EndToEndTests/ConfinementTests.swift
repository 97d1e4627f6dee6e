import Cases
import Foundation
import Intake
import MainPath
import Testing

/// What a reader that was taken over comes to: `hostile-reader` enters the confinement of every reader and then misbehaves.
@Suite struct ConfinementTests {
  let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    _ = try folder.file("secret", Array("geheim".utf8))
  }

  /// A call that was refused: EPERM, ENOENT, EACCES, ENOTTY, ENOSYS. Any other error would have come from arguments that
  /// do not make sense, not from a wall.
  private static let refusals: Set = ["held 1", "held 2", "held 13", "held 25", "held 38"]

  private static let killed = "killed by the filter"

  private static let deeds = [
    "tcp", "tcp6", "udp", "raw", "packet", "netlink", "unix", "vsock", "socketpair", "interfaces",
    "writes-tmp", "writes-here", "writes-data", "overwrites-data", "truncates-data",
    "removes-data", "renames-data", "links-data", "makes-link", "makes-folder", "makes-fifo",
    "opens-data-up", "nameless-file", "memory-file", "reads-data", "lists-data", "reads-passwd",
    "reads-shadow", "reads-root", "climbs-out", "climbs-out-of-fonts", "writes-fonts",
    "reads-service", "reads-service-memory", "reads-own-proc", "opens-device", "opens-terminal",
    "by-handle", "other-descriptors", "forks", "forks-vm", "threads", "clone3", "fork-bomb",
    "shell", "spawns", "kills-service", "kills-everybody", "kills-group", "signals-thread",
    "signals-by-descriptor", "traces-service", "reads-memory", "slows-service", "limits-service",
    "stays-behind", "leaves-group", "mounts", "unmounts", "pivots", "chroots", "unshares",
    "joins", "bpf", "io-uring", "userfaultfd", "perf", "keys", "adds-key", "module", "kexec",
    "log", "reboots", "clock", "becomes-root", "shared-memory", "message-queue", "quota",
    "new-filter", "capabilities", "asks-a-device", "new-code", "changed-code",
    "more-files", "locks-memory",
  ]

  @Test(arguments: ReaderUser.allCases) func aHostileReaderGetsNowhere(_ user: ReaderUser)
    async throws
  {
    guard await user.isPossible(KanheProgram.hostileReader) else { return }
    let pool = try pool(user)
    let gaps = try await pool.confinement().gaps.map(\.wall)
    #expect(gaps == user.gaps)
    for deed in Self.deeds + (gaps.contains(.view) ? [] : ["sees-data"]) {
      let outcome = try await order(deed, pool)
      #expect(Self.refusals.contains(outcome) || outcome == Self.killed, "\(deed): \(outcome)")
    }
    await pool.stop()
    #expect(folder.url.names.filter { !$0.hasSuffix(".sh") } == ["secret"])
    #expect(try URL(fileURLWithPath: folder.path("secret")).bytes == Array("geheim".utf8))
  }

  @Test(arguments: [
    "spins", "sleeps", "half-a-frame", "endless-frame", "endless-noise", "negative-length",
  ])
  func aReaderThatNeverEndsCostsItsTime(_ deed: String) async throws {
    let pool = try pool(.asIs, timeoutSeconds: 2)
    let start = ContinuousClock.now
    let outcome = try await order(deed, pool)
    #expect(["reader_timed_out", "reader_died"].contains(outcome))
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(try await order("tcp", pool) == "held 1", "the next file is read")
    await pool.stop()
  }

  @Test func memoryIsBounded() async throws {
    let pool = try pool(.asIs, limits: ReaderLimits(memoryMegabytes: 512))
    // It may not even have the memory left to say so.
    let outcome = try await order("allocates", pool)
    let megabytes = outcome.hasPrefix("held ") ? Int(outcome.dropFirst(5)) : nil
    #expect(outcome == "reader_died" || megabytes.map { $0 < 512 } == true, "\(outcome)")
    await pool.stop()
  }

  @Test func processorTimeIsBounded() async throws {
    // given: a decoder that hears the signal, on a page that takes longer than that
    let pool = ReaderPool(
      ReaderLaunch(
        executable: KanheProgram.executable.path, configuration: .codes,
        limits: ReaderLimits(cpuSeconds: 1)), count: 1)
    let bomb = try #require(BrokenPDFs.all.first { $0.name == "forms-doubling.pdf" })
    let file = try Intake.accept(name: bomb.name, bytes: bomb.bytes)
    #expect(await pool.read(file, mostPages: 1).error?.code == "reader_used_up")
    await pool.stop()
  }

  @Test func aReaderEndsWithItsService() async throws {
    // given: a reader that does not look whether the pipe has an end
    let command = try KanheProgram.start(
      ["extract"]
        + Array(
          repeating: KanheProgram.samples.path + "/08-heating-tiff-approved/id-card.tif", count: 9))
    var readers: [ChildProcess] = []
    try #require(
      try await eventually {
        readers = ChildProcess.all(of: command.processIdentifier, marked: " reader ")
        return readers.contains { $0.ticks > 2 }
      })
    for reader in readers { reader.end(with: SIGSTOP) }
    // when
    kill(command.processIdentifier, SIGKILL)
    // then
    #expect(try await eventually(within: .seconds(5)) { readers.allSatisfy(\.isDead) })
  }

  private func pool(
    _ user: ReaderUser, timeoutSeconds: Int = 20, limits: ReaderLimits = ReaderLimits()
  ) throws -> ReaderPool {
    let program = try user.program(KanheProgram.hostileReader, in: folder)
    return ReaderPool(
      ReaderLaunch(
        executable: program, configuration: .codes, timeoutSeconds: timeoutSeconds, limits: limits),
      count: 1)
  }

  /// What came of a misdeed: the reader's own word, or what it cost.
  private func order(_ deed: String, _ pool: ReaderPool) async throws -> String {
    let file = try Intake.accept(
      name: "\(deed) \(folder.url.path) \(getpid())", bytes: SmallFiles.pngHeader(10, 10))
    guard let problem = await pool.read(file, mostPages: 1).error else { return "nothing" }
    return problem == .readerDied("forbidden system call") ? Self.killed : problem.code
  }
}
