import Cases
import Foundation
import MainPath
import ResultCodes
import Store

/// The folder that `--out` names: one folder a case. Its files are the caller's, readable by nobody else, because
/// `code.*` holds the secret.
struct OutFolder {
  let url: URL

  /// - Throws: `unwritable_output`, before any work is done.
  init(_ path: String) throws {
    url = URL(fileURLWithPath: path, isDirectory: true)
    try Self.make(url)
    let probe = url.appending(path: ".kanhe-\(UUID().uuidString)")
    try Self.write(Data(), to: probe)
    try? FileManager.default.removeItem(at: probe)
  }

  /// `record.json`, and of an issued case `result.pdf` and `code.*`, in the folder `name`.
  func write(_ record: CaseRecord, as name: String, from hall: Hall) throws {
    let folder = url.appending(path: name, directoryHint: .isDirectory)
    try Self.make(folder)
    try Self.write(
      Data((try JSONLine.text(record, pretty: true) + "\n").utf8),
      to: folder.appending(path: "record.json"))
    guard record.state == .issued else { return }
    try writeResult(of: record, to: folder, from: hall)
  }

  private func writeResult(of record: CaseRecord, to folder: URL, from hall: Hall) throws {
    let handOver = try hall.store.handOver(of: record.id)
    try Self.write(Data(handOver.pdf), to: folder.appending(path: "result.pdf"))
    guard let locator = record.result?.locator, let published = try hall.store.publicRecord(locator)
    else { throw Problem.internalFault("public record") }
    let code = try hall.path.office.fullCode(secret: handOver.secret, record: published.cose)
    let symbol = try QRCoder.symbol(for: code)
    try Self.write(
      Data(try QRPicture.png(symbol)), to: folder.appending(path: "code.png"))
    try Self.write(
      Data(try QRPicture.svg(symbol).utf8), to: folder.appending(path: "code.svg"))
    try Self.write(Data((code.text + "\n").utf8), to: folder.appending(path: "code.txt"))
  }

  private static func make(_ folder: URL) throws(Problem) {
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw .unwritable(folder.path, error.localizedDescription) }
  }

  /// Never readable by others, not even for a moment.
  private static func write(_ data: Data, to file: URL) throws {
    try DurableFile(path: file.path).write(data, .replace)
  }
}
