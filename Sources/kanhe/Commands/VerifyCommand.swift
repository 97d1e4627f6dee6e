import ArgumentParser
import Cases
import Foundation
import Intake
import MainPath
import ResultCodes
import Settings
import Verification

/// `kanhe verify FILE|TEXT|URL`: a verdict with reasons; offline unless told otherwise.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核验盖章 PDF、二维码图片或二维码文本 / Judge a sealed PDF, a picture of a code, or its text")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "文件、文本或网址 / A file, a text or a URL")
  var subject: String

  @Flag(help: "联网核对登记、日志和撤销状态 / Ask the authority for record, log and status")
  var online = false

  @Option(help: "输出格式 / Output format")
  var format = Format.text

  @OptionGroup var believed: TrustOptions

  func run() async throws {
    let settings = try await Settings.load(dataFolder: believed.data ?? "./kanhe-data")
    let judging = Judging(
      trust: try believed.store(), online: online, isStrict: settings.readerIsStrict)
    let verdicts = try await judging.verdicts(on: subject)
    for verdict in verdicts {
      switch format {
      case .json: Output.line(try JSONLine.text(verdict))
      case .text: Output.line(VerdictText.text(of: verdict))
      }
    }
    let ending = verdicts.map(\.exit).max { $0.severity < $1.severity } ?? .unusableInput
    if ending != .done { throw ending }
  }
}

extension ExitStatus {
  /// Of several codes on a page the worst verdict counts.
  fileprivate var severity: Int {
    switch self {
    case .done: 0
    case .couldNotTell: 1
    default: 2
    }
  }
}
