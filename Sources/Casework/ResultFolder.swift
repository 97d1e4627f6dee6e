package import Cases
package import Foundation
import MainPath
import ResultCodes
import Store

/// A folder of results: one folder a case. Its files are readable by nobody but their owner, because `code.*` holds the
/// secret.
package struct ResultFolder {
  package let url: URL

  /// - Throws: `unwritable_output`, before any work is done.
  package init(_ path: String) throws {
    url = URL(fileURLWithPath: path, isDirectory: true)
    try Self.make(url)
    let probe = url.appending(path: ".kanhe-\(UUID().uuidString)")
    try Self.write(Data(), to: probe)
    try? FileManager.default.removeItem(at: probe)
  }

  /// `record.json`, of a case with a result `result.pdf` and `code.*`, and of one with a notice `notice.pdf` and
  /// `notice-code.*`, in the folder `name`.
  ///
  /// - Throws: `nothing_to_hand_over` where the result was handed over before; a notice that was is left out.
  package func write(_ record: CaseRecord, as name: String, from office: CaseOffice) throws {
    let folder = url.appending(path: name, directoryHint: .isDirectory)
    try Self.make(folder)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try Self.write(
      try encoder.encode(record) + Data("\n".utf8), to: folder.appending(path: "record.json"))
    if record.notice != nil {
      do {
        try write(try office.result(of: record, .notice), as: "notice", "notice-code", to: folder)
      } catch let problem as Problem where problem.code == "nothing_to_hand_over" {}
    }
    if record.result != nil {
      try write(try office.result(of: record), as: "result", "code", to: folder)
    }
  }

  private func write(
    _ result: HandedResult, as name: String, _ code: String, to folder: URL
  ) throws {
    let symbol = try QRCoder.symbol(for: result.code)
    try Self.write(Data(result.pdf), to: folder.appending(path: "\(name).pdf"))
    try Self.write(Data(try QRPicture.png(symbol)), to: folder.appending(path: "\(code).png"))
    try Self.write(Data(try QRPicture.svg(symbol).utf8), to: folder.appending(path: "\(code).svg"))
    try Self.write(
      Data((result.code.text + "\n").utf8), to: folder.appending(path: "\(code).txt"))
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
