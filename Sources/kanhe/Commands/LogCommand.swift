import ArgumentParser
import Cases
import Foundation
import Transparency
import Verification

/// `kanhe log check`: watch the log of a hall, one's own or somebody else's.
struct LogCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "检查结果日志 / Watch the log of issued results",
    subcommands: [Check.self])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "核对日志只增不改 / Check that a log only grew since it was last looked at")

    @Argument(help: "日志网址（…/log）或其副本目录 / The log's address (…/log), or a folder with a copy of it")
    var place: String
    @Option(help: "日志公钥 / The log's key, name+id+base64")
    var key: String?
    @Option(help: "信任文件 / A trust file that names the key")
    var trust: String?
    @Option(help: "保存上次检查点的文件 / The file that keeps the last checkpoint")
    var state: String

    func run() async throws {
      let source = LogSource(place)
      let state = WitnessState(file: URL(fileURLWithPath: state))
      let witness = LogWitness(key: try noteKey(), fetch: source.fetch)
      let found = await witness.look(since: try state.note())
      if let keep = found.keep { try state.keep(keep) }
      let label = found.finding.label
      Output.line("\(label.zh) \(label.en)")
      if let ending = found.finding.ending { throw ending }
    }

    private func noteKey() throws(Problem) -> NoteKey {
      let texts =
        if let key { [key] } else if let trust {
          try TrustStore.load(file: URL(fileURLWithPath: trust)).logKeys
        } else { [String]() }
      guard texts.count == 1, let key = NoteKey(texts[0]) else { throw .noLogKey }
      return key
    }
  }
}

/// Where a log is read from.
private struct LogSource: Sendable {
  private let base: URL

  init(_ place: String) {
    let isAddress = place.hasPrefix("http://") || place.hasPrefix("https://")
    base = (isAddress ? URL(string: place) : nil) ?? URL(fileURLWithPath: place, isDirectory: true)
  }

  @Sendable func fetch(_ path: String) async -> [UInt8]? {
    let url = base.appending(path: path)
    if url.isFileURL { return try? Array(Data(contentsOf: url)) }
    guard case .found(let bytes) = await PublicPart.at(url) else { return nil }
    return bytes
  }
}

/// The last checkpoint that was believed.
private struct WitnessState {
  let file: URL

  /// nil on first sight. A file that is no checkpoint is a problem: with it the past would be forgotten.
  func note() throws(Problem) -> SignedNote? {
    guard let data = FileManager.default.contents(atPath: file.path) else { return nil }
    guard let note = SignedNote(String(decoding: data, as: UTF8.self)) else {
      throw .badWitnessState(file.path)
    }
    return note
  }

  func keep(_ note: SignedNote) throws(Problem) {
    do { try Data(note.written.utf8).write(to: file, options: .atomic) } catch {
      throw .unwritable(file.path, error.localizedDescription)
    }
  }
}

extension LogWitness.Finding {
  fileprivate var label: Label {
    switch self {
    case .consistent(let count):
      Label(zh: "日志完好：只增不改，新增 \(count) 条。", en: "Consistent: \(count) entries were appended.")
    case .unsigned:
      Label(zh: "检查点未由该日志的密钥签名。", en: "The checkpoint is not signed by the log's key.")
    case .shrunk: Label(zh: "日志条目比上次少。", en: "The log has fewer entries than before.")
    case .forked:
      Label(
        zh: "日志与上次所见矛盾：历史被改写。请保留两个检查点作为证据。",
        en:
          "The log contradicts what was seen: its past was rewritten. Keep both checkpoints as proof."
      )
    case .otherLog:
      Label(
        zh: "保存的检查点不是由该密钥签名的：另一个日志，或密钥已更换。旧检查点保留不动。",
        en:
          "The checkpoint that was kept is not signed by this key: it is of another log, or the key was changed. It stays as it is."
      )
    case .incomplete:
      Label(
        zh: "无法取得日志，或其文件不全：未能核对。",
        en: "The log could not be fetched, or parts are missing: nothing was checked.")
    }
  }

  fileprivate var ending: ExitStatus? {
    switch self {
    case .consistent: nil
    case .unsigned, .shrunk, .forked, .otherLog: .notGenuine
    case .incomplete: .couldNotTell
    }
  }
}

extension Problem {
  fileprivate static let noLogKey = Problem(
    "no_log_key", exit: .wrongArguments,
    zh: "未指明日志公钥，或公钥有误。", en: "The log's key is not named, or it is none.",
    remedyZh: "请用 --key 或 --trust 指明。", remedyEn: "Name it with --key or --trust.")

  fileprivate static func badWitnessState(_ path: String) -> Problem {
    Problem(
      "bad_checkpoint", exit: .configuration,
      zh: "文件 \(path) 不是检查点。", en: "\(path) is no checkpoint.",
      remedyZh: "请指明正确的文件；首次检查请指向尚不存在的文件。",
      remedyEn: "Name the right file; for the first look, one that is not there.")
  }
}
