import ArgumentParser
import Cases
import Foundation
import MainPath
import Sealing
import Settings
import Store
import Verification

/// `kanhe seal extend`: keeps the seal on a file verifiable after its certificates have expired.
struct SealExtensionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: "延长已盖章文件的可验证期 / Keep the seal on a file verifiable for long")

  @Argument(help: "盖章并带时间戳的 PDF / A sealed PDF with a time stamp")
  var file: String

  @Option(
    help:
      "lt：加入证书和吊销信息；lta：再加文档时间戳 / lt: certificates and revocation data; lta: and a time stamp over them"
  )
  var level = SealExtension.Level.lta

  @Option(help: "输出文件 / The file to write")
  var out: String

  @Option(help: "吊销列表文件（DER） / A revocation list (DER); may be given several times")
  var crl: [String] = []

  @Option(help: "OCSP 应答文件（DER） / An OCSP response (DER); may be given several times")
  var ocsp: [String] = []

  @Option(help: "中间证书文件（DER） / A certificate of the chain (DER); may be given several times")
  var certificate: [String] = []

  @OptionGroup var data: DataOption

  func run() async throws {
    let folder = try DataFolder.open(at: URL(fileURLWithPath: data.data, isDirectory: true))
    let settings = try await Settings.load(dataFolder: data.data)
    try settings.keepTimestampTrust(in: folder.url)
    let sealing = SealExtension(
      trust: try TrustStore.load(dataFolder: folder.url), timestamps: settings.timestampService)
    let extended = try await sealing.extended(
      try Self.bytes(of: file), to: level, with: try offered(folder), at: Date())
    do { try Data(extended).write(to: URL(fileURLWithPath: out), options: .atomic) } catch {
      throw Problem.unwritable(out, error.localizedDescription)
    }
    Output.line(out)
  }

  /// What the files hold, and the list of the folder's own test authority.
  private func offered(_ folder: DataFolder) throws(Problem) -> ValidationData {
    var data = ValidationData()
    for path in crl { data.revocationLists.append(try Self.bytes(of: path)) }
    for path in ocsp { data.answers.append(try Self.bytes(of: path)) }
    for path in certificate { data.certificates.append(try Self.bytes(of: path)) }
    let authority = folder.keys.appending(path: "seal")
    if FileManager.default.fileExists(atPath: authority.path) {
      data.revocationLists.append(try SealAuthority.revocationList(folder: authority))
    }
    return data
  }

  private static func bytes(of path: String) throws(Problem) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadableFile(path)
    }
    return Array(data)
  }
}

extension SealExtension.Level: ExpressibleByArgument {}
