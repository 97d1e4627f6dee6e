import Foundation

/// A time-stamping authority that answers over HTTP on this machine until nobody uses it any more.
final class TimestampServer {
  let folder: ScratchFolder
  let url: String
  private let process: Process

  /// - Parameter answer: what it does instead of stamping.
  init(answering answer: String = "stamp") async throws {
    folder = try ScratchFolder()
    let tools = KanheProgram.root.appendingPathComponent("Tests/Tools")
    let made = try await KanheProgram.run(
      tools.appendingPathComponent("make-timestamp-authority"), [], in: folder.url)
    guard made.status == 0 else { throw Failure(text: made.errors) }
    process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      tools.appendingPathComponent("timestamp-server.py").path, "--answer", answer,
    ]
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    url = "http://127.0.0.1:\(port.trimmingCharacters(in: .whitespacesAndNewlines))/tsa"
  }

  deinit { process.terminate() }

  struct Failure: Error { let text: String }

  /// The settings of a hall that trusts it.
  var settings: [String: String] {
    ["KANHE_TSA_URL": url, "KANHE_TSA_TRUST": folder.path("ca.pem")]
  }

  /// Its root's revocation list, DER.
  func revocationList() async throws -> String {
    let openssl = URL(fileURLWithPath: "/usr/bin/openssl")
    for arguments in [
      ["ca", "-config", "tsa.cnf", "-gencrl", "-out", "crl.pem"],
      ["crl", "-in", "crl.pem", "-outform", "DER", "-out", "crl.der"],
    ] {
      let made = try await KanheProgram.run(openssl, arguments, in: folder.url)
      guard made.status == 0 else { throw Failure(text: made.errors) }
    }
    return folder.path("crl.der")
  }
}
