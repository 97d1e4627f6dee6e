package import Cases
package import Intake

/// Reads the QR codes on a picture that comes from outside, in a reader process of its own.
package struct CodeScanner: Sendable {
  private let launch: ReaderLaunch

  /// - Parameter executable: the `kanhe` program.
  package init(executable: String) {
    launch = ReaderLaunch(executable: executable, configuration: .codes, timeoutSeconds: 30)
  }

  /// The texts of all QR codes, in no particular order.
  ///
  /// - Throws: what keeps the picture from being decoded; `reader_died`, `reader_timed_out`.
  package func codes(in file: AcceptedFile) async throws(Problem) -> [String] {
    let process = ReaderProcess(launch)
    let request = ReadingRequest(name: file.name, sha256: file.sha256, kind: nil, mostPages: 8)
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
