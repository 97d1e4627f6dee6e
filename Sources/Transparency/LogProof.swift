import Foundation

/// Proof that a result was logged, to be checked without a network (C2SP tlog-proof). The salt of the entry travels as the
/// proof's extra data.
package struct LogProof: Sendable, Equatable {
  private static let format = "c2sp.org/tlog-proof@v1"
  /// A tree of more levels cannot be counted.
  private static let longestPath = 63

  package var salt: [UInt8]
  package var index: Int
  package var path: [LogHash]
  package var checkpoint: SignedNote

  package init(salt: [UInt8], index: Int, path: [LogHash], checkpoint: SignedNote) {
    self.salt = salt
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
  }

  package init?(_ text: String) {
    guard let gap = text.range(of: "\n\n") else { return nil }
    var lines = text[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)[
      ...]
    guard lines.popFirst().map(String.init) == Self.format,
      let salt = lines.popFirst().flatMap({ Self.base64($0, after: "extra ") }),
      salt.count == LogEntry.saltSize,
      let index = lines.popFirst().flatMap({ Self.number($0, after: "index ") }),
      lines.count <= Self.longestPath,
      let checkpoint = SignedNote(String(text[gap.upperBound...]))
    else { return nil }
    let path = lines.compactMap { Self.base64($0, after: "").flatMap { LogHash(bytes: $0) } }
    guard path.count == lines.count else { return nil }
    self.init(salt: salt, index: index, path: path, checkpoint: checkpoint)
  }

  package var written: String {
    let path = path.map { Data($0.bytes).base64EncodedString() + "\n" }.joined()
    return "\(Self.format)\nextra \(Data(salt).base64EncodedString())\nindex \(index)\n\(path)\n"
      + checkpoint.written
  }

  /// Whether this proves that the log of `key` holds the record.
  package func proves(_ record: [UInt8], by key: NoteKey) -> Bool {
    guard let checkpoint = Checkpoint(checkpoint, signedBy: key) else { return false }
    let leaf = LogEntry(of: record, salt: salt).leaf
    return LogChecks.isIncluded(leaf, at: index, in: checkpoint.head, by: path)
  }

  private static func base64(_ line: Substring, after prefix: String) -> [UInt8]? {
    guard line.hasPrefix(prefix) else { return nil }
    let coded = String(line.dropFirst(prefix.count))
    guard let bytes = Data(base64Encoded: coded), bytes.base64EncodedString() == coded else {
      return nil
    }
    return Array(bytes)
  }

  private static func number(_ line: Substring, after prefix: String) -> Int? {
    guard line.hasPrefix(prefix), let number = Int(line.dropFirst(prefix.count)), number >= 0,
      String(number) == line.dropFirst(prefix.count)
    else { return nil }
    return number
  }
}
