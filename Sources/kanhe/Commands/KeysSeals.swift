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
    @Option(help: "round 圆形, oval 椭圆形, square 方形名章")
    var shape = SealDesign.Shape.round
    @Option(help: "印文：机关名称，方形名章为姓名 / The organ, or the person of a square seal")
    var organ: String
    @Option(help: "印章种类，如 审批专用章 / The kind, across the middle")
    var kind = ""
    @Option(help: "印章编码 / The code along the lower edge")
    var code = ""
    @Option(help: "宽,高 毫米 / Width,height in mm; the usual size by default")
    var size: String?
    @OptionGroup var data: DataOption

    func run() async throws {
      let keeper = try SealDesk(data.data)
      let design = try SealDesign(
        shape, name: organ, kind: kind, code: code, size: try size.map(Self.lengths))
      try keeper.keep(try keeper.seals.make(name, design), as: name, "made")
    }

    private static func lengths(_ text: String) throws -> (width: Double, height: Double) {
      let numbers = text.split(separator: ",").compactMap { Double($0) }
      guard numbers.count == 2 else { throw ValidationError("--size: \(text)") }
      return (numbers[0], numbers[1])
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出印章 / List the seals")

    @OptionGroup var data: DataOption

    func run() async throws {
      var table = TextTable([
        "名称 name", "印文 organ", "种类 kind", "编码 code", "证书 certificate", "有效期至 until",
        "状态 state",
      ])
      for seal in try SealDesk(data.data).seals.all() {
        let record = seal.record
        let state = record.retiredAt.map { "已停用 retired \(CalendarDay(hallDayOf: $0))" }
        let isCurrent = seal.certificateUntil > Date() && record.validUntil > Date()
        table.add([
          seal.name, record.organ, record.kind.isEmpty ? "-" : record.kind,
          record.code.isEmpty ? "-" : record.code,
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
      let keeper = try SealDesk(data.data)
      try keeper.keep(try keeper.seals.rotate(name), as: name, "rotated")
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
      let keeper = try SealDesk(data.data)
      try keeper.keep(
        try keeper.seals.retire(name, because: reason), as: name, "retired \(reason.rawValue)")
    }
  }
}

extension SealDesign.Shape: ExpressibleByArgument {}
extension SealKeeper.Retirement: ExpressibleByArgument {}
