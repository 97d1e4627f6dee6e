import Cases
import Foundation
import Sealing
import Verification

/// A real time-stamping authority: OpenSSL's, with a root of its own, in a folder that goes away with it. Its clock is that
/// of this machine.
final class TestTSA: TimestampAuthority {
  let folder: URL

  /// - Parameters:
  ///   - usage: `extendedKeyUsage` of the certificate that stamps.
  ///   - days: for how long that certificate is valid from now; the root is for 20 years.
  ///   - ess: digest by which a time stamp names its certificate; `sha1` makes the first version of the attribute.
  init(
    usage: String = "critical,timeStamping", days: Int = 3650, rsa: Bool = false,
    ess: String = "sha256"
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tsa-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run(
      packageRoot.appending(path: "Tests/Tools/make-timestamp-authority").path,
      [usage, String(days), rsa ? "rsa" : "ec", ess])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var anchor: TrustStore.TimestampAnchor {
    get throws {
      let pem = try String(contentsOf: folder.appending(path: "ca.pem"), encoding: .utf8)
      return .init(certificate: pem)
    }
  }

  /// Has the certificate that stamps issued again by an authority between it and the root. Their certificates (DER), that
  /// authority's first, do not go with time stamps any more.
  func putAuthorityBetween() throws -> [[UInt8]] {
    let file = folder.appending(path: "tsa.cnf")
    try String(contentsOf: file, encoding: .utf8).replacing("certs = ca.pem\n", with: "")
      .write(to: file, atomically: true, encoding: .utf8)
    try openssl([
      "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
      "between.key", "-out", "between.csr", "-config", "tsa.cnf", "-subj", "/CN=Between",
    ])
    let issued = ["-days", "3650", "-extfile", "tsa.cnf", "-extensions"]
    try openssl(
      [
        "x509", "-req", "-in", "between.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-out",
        "between.pem", "-set_serial", "9",
      ] + issued + ["root"])
    try openssl(
      [
        "x509", "-req", "-in", "tsa.csr", "-CA", "between.pem", "-CAkey", "between.key", "-out",
        "tsa.pem", "-set_serial", "7",
      ] + issued + ["stamping"])
    return try ["between", "ca"].map {
      try openssl(["x509", "-in", "\($0).pem", "-outform", "DER", "-out", "\($0).der"])
      return try read("\($0).der")
    }
  }

  /// So many certificates (DER) for the authority between, by its own key, each with another alternative name: any of them can
  /// stand above any other.
  func crowdOfAuthorities(_ count: Int) throws -> [[UInt8]] {
    try (0..<count).map { number in
      try openssl([
        "req", "-x509", "-new", "-key", "between.key", "-subj", "/CN=Between", "-days", "3650",
        "-config", "tsa.cnf", "-extensions", "root", "-addext",
        "subjectAltName=DNS:a\(number).example", "-outform", "DER", "-out", "one.der",
      ])
      return try read("one.der")
    }
  }

  /// The root's revocation list, DER; empty or with a certificate.
  func revocationList(revoking certificate: String? = nil) throws -> [UInt8] {
    if let certificate { try openssl(["ca", "-config", "tsa.cnf", "-revoke", certificate]) }
    try openssl(["ca", "-config", "tsa.cnf", "-gencrl", "-out", "crl.pem"])
    try openssl(["crl", "-in", "crl.pem", "-outform", "DER", "-out", "crl.der"])
    return try read("crl.der")
  }

  func reply(to request: [UInt8]) async throws(Problem) -> [UInt8] {
    do { return try answer(to: request) } catch {
      throw .timestampUnavailable(String(describing: error))
    }
  }

  func answer(to request: [UInt8]) throws -> [UInt8] {
    try Data(request).write(to: folder.appending(path: "request.tsq"))
    try openssl([
      "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", "r.tsr",
    ])
    return try read("r.tsr")
  }

  /// The same TSTInfo in a SignedData of any certificate's: what OpenSSL would refuse to stamp with.
  func token(signing info: [UInt8]) throws -> [UInt8] {
    try Data(info).write(to: folder.appending(path: "info"))
    try openssl([
      "cms", "-sign", "-cades", "-binary", "-nodetach", "-econtent_type",
      "1.2.840.113549.1.9.16.1.4", "-in", "info", "-signer", "tsa.pem", "-inkey", "tsa.key",
      "-certfile", "ca.pem", "-md", "sha256", "-outform", "DER", "-out", "token",
    ])
    return try read("token")
  }

  func openssl(_ arguments: [String]) throws { try run("/usr/bin/openssl", arguments) }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(output: output) }
  }

  struct Failure: Error { let output: String }

  private func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }
}

/// An authority that does with each question and answer what a test says.
struct OddTSA: TimestampAuthority {
  let answer: @Sendable ([UInt8]) throws -> [UInt8]

  func reply(to request: [UInt8]) async throws(Problem) -> [UInt8] {
    do { return try answer(request) } catch { throw .timestampUnavailable("\(error)") }
  }
}
