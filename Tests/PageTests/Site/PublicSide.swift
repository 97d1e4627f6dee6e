import Cases
import Foundation
import HallService
import ResultCodes
import Synchronization
import Transparency

/// The public side's register, log and status list, in memory: what a test puts there.
final class PublicSide: PublicResults, PublicLog, PublicStatus {
  struct Unreachable: Error {}

  struct Entry {
    var record: PublicRecord
    var pdfSHA256: String
    /// Nil: cannot be fetched.
    var hiddenPDF: [UInt8]?
    /// Nil: there is none.
    var hiddenPicture: [UInt8]?
    /// The place on the status lists that says it was revoked; nil: none does.
    var revokedPlace: Int?
    /// Its proof is that of another record.
    var isProofForged = false
    /// Where it stands in the log; nil: it is not there.
    var logPlace: Int?
    var salt = LogEntry.newSalt()
  }

  private struct Log {
    var size = 0
    var nodes: [LogNode: LogHash] = [:]

    var tree: LogTree {
      LogTree(size: size) { [nodes] node in
        guard let hash = nodes[node] else { throw Unreachable() }
        return hash
      }
    }
  }

  let logKey: NoteSigningKey
  /// Signs status lists.
  private let key: IssuingKey
  private let address: PublicAddress
  private let entries = Mutex<[String: Entry]>([:])
  private let log = Mutex(Log())

  init(key: IssuingKey, address: PublicAddress) throws {
    guard let logKey = NoteSigningKey(name: "127.0.0.1/log") else { throw Unreachable() }
    (self.logKey, self.key, self.address) = (logKey, key, address)
  }

  /// Lists a result; in the log too, unless a test says otherwise.
  func add(_ entry: Entry, isLogged: Bool = true) throws {
    var entry = entry
    if isLogged { entry.logPlace = try append(LogEntry(of: entry.record.cose, salt: entry.salt)) }
    let listed = entry
    entries.withLock { $0[listed.record.locator] = listed }
  }

  private func append(_ entry: LogEntry) throws -> Int {
    try log.withLock { log in
      for (node, hash) in try log.tree.nodes(appending: entry.leaf) { log.nodes[node] = hash }
      log.size += 1
      return log.size - 1
    }
  }

  func checkpoint() throws -> SignedNote {
    let tree = log.withLock(\.tree)
    return try Checkpoint(
      origin: logKey.public.name, head: LogHead(size: tree.size, root: tree.root)
    ).signed(by: logKey)
  }

  func tile(_ tile: LogTile) -> [UInt8]? { nil }

  func proof(of locator: String) throws -> LogProof? {
    guard let entry = entry(locator), let index = entry.logPlace,
      let path = try log.withLock(\.tree).inclusionProof(of: index)
    else { return nil }
    let salt = entry.isProofForged ? LogEntry.newSalt() : entry.salt
    return LogProof(salt: salt, index: index, path: path, checkpoint: try checkpoint())
  }

  /// List 1 is as it must be, 2 was signed by a stranger, 3 is too old; there is no other.
  func statusToken(_ list: Int) throws -> StatusToken? {
    guard (1...3).contains(list) else { return nil }
    let revoked = entries.withLock { $0.values.compactMap(\.revokedPlace) }
    return try StatusToken(
      StatusList(revoked: revoked), at: address.statusList(list),
      signedBy: list == 2 ? IssuingKey(isTest: false) : key,
      now: list == 3 ? Date(timeIntervalSinceNow: -7_200) : Date())
  }

  private func entry(_ locator: String) -> Entry? { entries.withLock { $0[locator] } }

  func publicRecord(_ locator: String) -> PublicRecord? { entry(locator)?.record }

  func hiddenPDF(_ locator: String) throws -> [UInt8]? {
    guard let entry = entry(locator) else { return nil }
    guard let stored = entry.hiddenPDF else { throw Unreachable() }
    return stored
  }

  func hiddenPicture(_ locator: String) -> [UInt8]? { entry(locator)?.hiddenPicture }

  func publicRecord(ofPDF sha256: String) -> PublicRecord? {
    entries.withLock { all in all.values.first { $0.pdfSHA256 == sha256 }?.record }
  }
}
