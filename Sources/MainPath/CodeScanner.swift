package import Cases
package import Intake

/// Reads the QR codes on a picture that comes from outside, in a reader process of its own.
package struct CodeScanner: Sendable {
  private let launch: ReaderLaunch
  private let mostPages: Int

  /// - Parameters:
  ///   - executable: the `kanhe` program.
  ///   - isStrict: whether a reader without all walls around it is refused.
  package init(executable: String, mostPages: Int = 8, isStrict: Bool = false) {
    self.mostPages = mostPages
    launch = ReaderLaunch(
      executable: executable, configuration: .codes, timeoutSeconds: 30, isStrict: isStrict)
  }

  /// The texts of all QR codes, in no particular order.
  ///
  /// - Throws: what keeps the picture from being decoded; `reader_died`, `reader_timed_out`.
  package func codes(in file: AcceptedFile) async throws(Problem) -> [String] {
    try await answer(on: file, kind: nil)
  }

  /// Has a PDF opened by the library that others use, in a process that may die of it.
  ///
  /// - Throws: what keeps it from being opened; `too_many_pages`, `reader_died`, `reader_timed_out`.
  package func requireOpening(of file: AcceptedFile) async throws(Problem) {
    _ = try await answer(on: file, kind: CodeReader.opening)
  }

  private func answer(on file: AcceptedFile, kind: String?) async throws(Problem) -> [String] {
    let process = ReaderProcess(launch)
    let request = ReadingRequest(
      name: file.name, sha256: file.sha256, kind: kind, mostPages: mostPages)
    let reading: CodeReading
    do {
      reading = try await process.exchange(file.bytes, request, for: .codes)
    } catch {
      await process.stop()
      throw error
    }
    await process.stop()
    if let problem = reading.error { throw problem }
    return reading.texts
  }
}
