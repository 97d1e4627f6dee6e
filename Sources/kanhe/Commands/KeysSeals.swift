import ArgumentParser
import Cases
import Foundation
import Sealing
import Store

extension KeysCommand {
  struct Make: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "制作印章及其密钥 / Make a seal with its key")

    @Argument(help: "印章名称，小写字母、数字、连字符 / Its name: small letters, digits, hyphens")
    var name: String
    @OptionGroup var design: SealDesignOptions
    @Flag(help: "密钥在密码设备内生成（seal.pkcs11.*） / Make the key in the token that is set")
    var token = false
    @OptionGroup var data: DataOption

    func validate() throws {
      if design.organ == nil { throw ValidationError("--organ") }
    }

    func run() async throws {
      let desk = try await SealDesk(data.data)
      try desk.keep(
        try desk.seals.make(name, design.design(), inToken: token), as: name, "made")
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出印章 / List the seals")

    @OptionGroup var data: DataOption

    func run() async throws {
      var table = TextTable([
        "名称 name", "印文 organ", "种类 kind", "编码 code", "密钥 key", "证书 certificate",
        "有效期至 until", "状态 state",
      ])
      for seal in try await SealDesk(data.data).seals.all() {
        let record = seal.record
        let state = record.retiredAt.map { "已停用 retired \(CalendarDay(hallDayOf: $0))" }
        let isCurrent = seal.certificateUntil > Date() && record.validUntil > Date()
        table.add([
          seal.name, record.organ, record.kind.isEmpty ? "-" : record.kind,
          record.code.isEmpty ? "-" : record.code,
          seal.token ?? "-",
          String((record.certificates.last ?? "").prefix(16)),
          "\(CalendarDay(hallDayOf: seal.certificateUntil))",
          state ?? (isCurrent ? "在用 in use" : "已过期 expired"),
        ])
      }
      Output.line(table.text)
    }
  }

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "更换印章密钥，旧密钥销毁 / Give a seal a new key and destroy the old one")

    @Argument(help: "印章名称 / The seal")
    var name: String
    @OptionGroup var data: DataOption

    func run() async throws {
      let desk = try await SealDesk(data.data)
      try desk.keep(try desk.seals.rotate(name), as: name, "rotated")
    }
  }

  struct Retire: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "停用印章并销毁密钥 / Take a seal out of use and destroy its key")

    @Argument(help: "印章名称 / The seal")
    var name: String
    @Option(
      help:
        "superseded 正常停用，已盖章文件仍有效 what was sealed stays in force; compromised 密钥泄露，已盖章文件不再可信 nothing it sealed can be relied on"
    )
    var reason: SealKeeper.Retirement
    @OptionGroup var data: DataOption

    func run() async throws {
      let desk = try await SealDesk(data.data)
      let retired = try desk.seals.retire(name, because: reason)
      try desk.keep(retired.record, as: name, "retired \(reason.rawValue)")
      if let problem = retired.keyRemains { throw problem }
    }
  }
}

extension SealKeeper.Retirement: ExpressibleByArgument {}
