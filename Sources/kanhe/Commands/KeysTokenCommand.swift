import ArgumentParser
import Cases
import Foundation
import Sealing

extension KeysCommand {
  /// `kanhe keys use-token`: a seal whose key is in a token already, with certificates from elsewhere.
  struct UseToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "use-token",
      abstract:
        "为密码设备中已有的密钥制作印章或换证 / Make the seal of a key in a token, or give it its next certificate"
    )

    @Argument(help: "印章名称 / Its name: small letters, digits, hyphens")
    var name: String
    @Option(help: "设备中的密钥：标签，或 id: 加十六进制标识 / The key: its label, or id: and hexadecimal digits")
    var key: String
    @Option(help: "证书链 PEM，印章证书在前、根证书在后 / Certificates, the sealing one first, the root last")
    var certificate: String
    @OptionGroup var design: SealDesignOptions
    @Flag(help: "为已有印章换证 / Give a seal that is there its next certificate")
    var renew = false
    @Flag(help: "测试印章 / The seal is a test and proves nothing")
    var test = false
    @OptionGroup var data: DataOption

    func validate() throws {
      if renew == (design.organ != nil) { throw ValidationError("--organ / --renew") }
    }

    func run() async throws {
      let desk = try await SealDesk(data.data)
      guard let pem = FileManager.default.contents(atPath: certificate) else {
        throw Problem.unreadableFile(certificate)
      }
      let chain = try CertificateChain(pem: Array(pem))
      let name = TokenKeyName(key)
      let record =
        renew
        ? try desk.seals.renew(self.name, name, chain: chain)
        : try desk.seals.adopt(self.name, design.design(), name, chain: chain, test: test)
      try desk.keep(record, as: self.name, renew ? "renewed" : "made")
    }
  }
}

/// What a seal shows.
struct SealDesignOptions: ParsableArguments {
  @Option(help: "round 圆形, oval 椭圆形, square 方形名章")
  var shape = SealDesign.Shape.round
  @Option(help: "印文：机关名称，方形名章为姓名 / The organ, or the person of a square seal")
  var organ: String?
  @Option(help: "印章种类，如 审批专用章 / The kind, across the middle")
  var kind = ""
  @Option(help: "印章编码 / The code along the lower edge")
  var code = ""
  @Option(help: "宽,高 毫米 / Width,height in mm; the usual size by default")
  var size: String?

  func design() throws -> SealDesign {
    guard let organ else { throw ValidationError("--organ") }
    return try SealDesign(
      shape, name: organ, kind: kind, code: code, size: try size.map(Self.lengths))
  }

  private static func lengths(_ text: String) throws -> (width: Double, height: Double) {
    let numbers = text.split(separator: ",").compactMap { Double($0) }
    guard numbers.count == 2 else { throw ValidationError("--size: \(text)") }
    return (numbers[0], numbers[1])
  }
}

extension SealDesign.Shape: ExpressibleByArgument {}
