import Cases
import Foundation
import Intake
import MainPath
import Testing

/// Broken files at the real readers: each ends in bounded time with a reading or a problem in words, and the service lives
/// on in the same memory. `Scripts/soak broken` does it at full size.
@Suite struct BrokenFileTests {
  private static let seed = number("KANHE_SEED", 20_261_123)
  private static let mutations = number("KANHE_BROKEN_FILES", 40)
  private static let timeoutSeconds = 60

  /// What must be refused for what it is.
  private static let known = [
    "content-bomb.pdf": "expands_too_far", "object-stream-bomb.pdf": "expands_too_far",
    "many-objects.pdf": "too_many_objects", "encrypt-short-keys.pdf": "encrypted_pdf",
    "picture-gigapixel.pdf": "too_many_pixels", "forms-doubling.pdf": "reader_used_up",
    "jpeg-of-scans.jpg": "damaged_image", "tiff-many-pages.tif": "too_many_pages",
    "tiff-in-a-circle.tif": "damaged_image", "webp-animated.webp": "animated_picture",
    "gif.gif": "unknown_format", "nothing.jpg": "empty_file",
  ]

  @Test func everyBrokenFileEndsInWords() async throws {
    let pool = ReaderPool(
      ReaderLaunch(
        executable: KanheProgram.executable.path,
        configuration: .documents(
          models: KanheProgram.models.path, tessdata: KanheProgram.tessdata),
        timeoutSeconds: Self.timeoutSeconds,
        limits: ReaderLimits(memoryMegabytes: 3072, cpuSeconds: 4, expandedMegabytes: 48)),
      count: 2)
    _ = try await pool.engine()
    let files = BrokenPDFs.all + BrokenPictures.all + mutated()
    let before = ResidentMemory.megabytes
    var report = BrokenFileReport()
    await withTaskGroup(of: (BrokenFile, FileReading, Duration).self) { group in
      var rest = files[...]
      for _ in 0..<2 {
        if let file = rest.popFirst() { group.addTask { await Self.read(file, pool) } }
      }
      for await (file, reading, time) in group {
        report.note(file, reading, time)
        if let file = rest.popFirst() { group.addTask { await Self.read(file, pool) } }
      }
    }
    print(report.text)
    print("service: \(before) MB before, \(ResidentMemory.megabytes) MB after")
    // then
    #expect(report.count == files.count)
    #expect(report.withoutWords.isEmpty)
    for (name, code) in Self.known { #expect(report.answers[name] == code, "\(name)") }
    #expect(report.longest < .seconds(Self.timeoutSeconds + 8))
    #expect(ResidentMemory.megabytes - before < 300)
    let card = KanheProgram.samples.appendingPathComponent("01-medical-approved/id-front.jpg")
    let last = await pool.read(try Intake.accept(path: card.path), mostPages: 1)
    #expect(last.documents.count == 1, "the readers still read")
    await pool.stop()
  }

  private static func read(
    _ file: BrokenFile, _ pool: ReaderPool
  ) async -> (BrokenFile, FileReading, Duration) {
    let start = ContinuousClock.now
    let reading: FileReading
    do {
      let accepted = try Intake.accept(name: file.name, bytes: file.bytes)
      reading = await pool.read(accepted, mostPages: 200)
    } catch {
      reading = FileReading(file: file.name, error: error)
    }
    return (file, reading, ContinuousClock.now - start)
  }

  /// Every sample in turn.
  private func mutated() -> [BrokenFile] {
    var numbers = SeededNumbers(seed: Self.seed)
    let samples = KanheProgram.samples.names.flatMap { folder in
      KanheProgram.samples.appendingPathComponent(folder).names
        .filter {
          ["jpg", "png", "tif", "pdf", "webp", "bmp"].contains(
            URL(fileURLWithPath: $0).pathExtension)
        }
        .map { KanheProgram.samples.appendingPathComponent(folder).appendingPathComponent($0) }
    }
    let originals = samples.compactMap { try? ($0.lastPathComponent, $0.bytes) }
    guard !originals.isEmpty else { return [] }
    return (0..<Self.mutations).map { index in
      let (name, bytes) = originals[index * 7 % originals.count]
      return BrokenFile("\(index)-\(name)", Mutation.of(bytes, using: &numbers))
    }
  }

  private static func number(_ variable: String, _ standard: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? standard
  }
}
