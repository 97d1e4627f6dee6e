import ArgumentParser
import Cases
import Foundation

/// The command line. Every command is a file in `Commands/`.
struct Kanhe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kanhe",
    abstract: "勘合：从扫描件到加盖电子印章、藏于二维码的办理结果 / From a scan to a sealed result behind a QR code",
    discussion: """
      Exit status / 退出码:
        0  完成 done                        1  参数有误 wrong arguments
        2  输入无法使用 unusable input       3  缺少依赖 missing dependency
        4  需要人工 needs a person           5  无访问权限 no access
        6  非真 not genuine (verify)         7  无法判断 could not tell (verify)
        8  输入已加密 encrypted input        9  配置有误 configuration
        15 其他 other                      130  被中断 interrupted
      """,
    version: Release.version,
    subcommands: [
      DemoCommand.self, ExtractCommand.self, ProcessCommand.self, ServeCommand.self,
      WorkCommand.self, VerifyCommand.self, CaseCommand.self, JobCommand.self, ResultCommand.self,
      ReferenceCommand.self, SeparatorsCommand.self,
      SealGroup.self, KeysCommand.self, LogCommand.self, DoctorCommand.self,
      ModelsCommand.self, FsckCommand.self, BackupCommand.self, BenchCommand.self,
    ])

  /// Runs what was asked for and ends the process with a status of the contract.
  static func runAndEnd() async -> Never {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      end(.done)
    } catch let status as ExitStatus {
      end(status)
    } catch let problem as Problem {
      Report.say(problem)
      end(problem.exit)
    } catch {
      refuse(error)
    }
  }

  /// Help and version are no errors; everything else that ArgumentParser throws is about the arguments. What no stage
  /// has put in words is a fault of this program.
  private static func refuse(_ error: any Error) -> Never {
    let text = fullMessage(for: error)
    switch exitCode(for: error) {
    case .success:
      Output.line(text)
      end(.done)
    case .validationFailure:
      Report.line(text)
      end(.wrongArguments)
    default:
      Report.line(text)
      end(.other)
    }
  }
}
