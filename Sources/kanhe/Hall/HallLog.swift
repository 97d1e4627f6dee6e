import Cases
import Foundation
import HallService
import ResultCodes
import Store
import Transparency

/// The log of a hall: what the store keeps, signed by the log's key.
struct HallLog: PublicLog {
  let store: CaseStore
  let key: NoteSigningKey

  func checkpoint() throws -> SignedNote { try signed(store.logHead()) }

  func tile(_ tile: LogTile) throws -> [UInt8]? { try store.logTile(tile) }

  func proof(of locator: String) throws -> LogProof? {
    guard let place = try store.logPlace(of: locator) else { return nil }
    return LogProof(
      salt: place.salt, index: place.index, path: place.path, checkpoint: try signed(place.head))
  }

  private func signed(_ head: LogHead) throws -> SignedNote {
    try Checkpoint(origin: key.public.name, head: head).signed(by: key)
  }
}

/// Where the log's key lies: `log-key`, made on first use. Its name is the log's name for ever, so it is taken from the
/// public address as it is then and does not change with it.
struct LogKeyFolder {
  let folder: URL

  func key(publicURL: String) throws(Problem) -> NoteSigningKey {
    let file = PrivateFile(path: folder.appending(path: "log-key").path)
    if let text = try file.read() { return try Self.key(text, of: file) }
    let host = publicURL.split(separator: "/").last.map(String.init) ?? "kanhe"
    guard let new = NoteSigningKey(name: "\(host)/log") else {
      throw .internalFault("name of the log: \(host)")
    }
    // Of two processes that come at the same moment the first one's key stays.
    try file.create(Array((new.secret + "\n").utf8))
    return try Self.key(try file.read() ?? [], of: file)
  }

  private static func key(_ text: [UInt8], of file: PrivateFile) throws(Problem) -> NoteSigningKey {
    let line = String(decoding: text, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard let key = NoteSigningKey(secret: line) else { throw .badLogKey(file.path) }
    return key
  }
}

extension Problem {
  fileprivate static func badLogKey(_ path: String) -> Problem {
    Problem(
      "bad_log_key", exit: .configuration,
      zh: "签发日志的密钥文件 \(path) 内容有误。", en: "The key of the log, \(path), is damaged.",
      remedyZh: "请从备份恢复该文件；换用新密钥会使已有的日志证明失效。",
      remedyEn:
        "Restore it from a backup; with another key the proofs that people hold are worth nothing.")
  }
}
