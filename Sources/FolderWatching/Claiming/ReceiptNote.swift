import Foundation
import Glibc

/// What lies in `.kanhe/receipts` for each submission that was accepted.
struct ReceiptNote: Encodable {
  struct File: Encodable {
    let name: PaperName
    let bytes: Int
    let sha256: String?
  }

  let receipt: PaperReceipt
  let source: String
  let counter: String
  let files: [File]

  init(_ claim: PaperClaim, _ receipt: PaperReceipt) {
    self.receipt = receipt
    source = claim.source
    counter = claim.counter
    files = claim.files.map { File(name: $0.path.name, bytes: $0.bytes, sha256: $0.sha256) }
  }

  enum CodingKeys: String, CodingKey {
    case claim
    case caseID = "case"
    case acceptedAt = "accepted_at"
    case duplicateOf = "duplicate_of"
    case source, counter, files
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(receipt.claim, forKey: .claim)
    try values.encode(receipt.caseID, forKey: .caseID)
    try values.encode(receipt.acceptedAt, forKey: .acceptedAt)
    try values.encodeIfPresent(receipt.duplicateOf, forKey: .duplicateOf)
    try values.encode(source, forKey: .source)
    try values.encode(counter, forKey: .counter)
    try values.encode(files, forKey: .files)
  }
}

extension ReceiptNote {
  /// How long receipts are kept: the names in them are personal data.
  static let days = 30

  /// `scan.pdf.1b4e28ba.json`: names of scanners repeat.
  func write(for claim: PaperClaim, in folder: FolderHandle) throws {
    let ending = ".\(claim.id.prefix(8)).json"
    let name = claim.shownName.numbered(1, leaving: ending.utf8.count).followed(by: ending)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try folder.write(Array(try encoder.encode(self)) + [10], as: name, mode: 0o640)
  }

  static func removeOld(in folder: FolderHandle) throws {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let oldest = Int64(now.tv_sec - days * 86_400) &* 1_000_000_000
    for name in try folder.names() {
      guard let status = try folder.status(of: name), status.kind == .file,
        status.modified < oldest
      else { continue }
      try folder.remove(name)
    }
  }
}
