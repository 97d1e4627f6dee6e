import Foundation

/// The head of a log, for its key to sign (C2SP tlog-checkpoint): origin, size, root, one to a line.
package struct Checkpoint: Sendable, Equatable {
  package var origin: String
  package var head: LogHead

  package init(origin: String, head: LogHead) {
    self.origin = origin
    self.head = head
  }

  /// Reads the text of a note; lines behind the third are extensions and mean nothing here.
  package init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", !lines[0].isEmpty,
      let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let bytes = Data(base64Encoded: String(lines[2])), bytes.base64EncodedString() == lines[2],
      let root = LogHash(bytes: bytes)
    else { return nil }
    self.init(origin: String(lines[0]), head: LogHead(size: size, root: root))
  }

  package var text: String {
    "\(origin)\n\(head.size)\n\(Data(head.root.bytes).base64EncodedString())\n"
  }

  package func signed(by key: NoteSigningKey) throws -> SignedNote {
    try SignedNote(text, signedBy: key)
  }

  /// The checkpoint of a note that this key signed for the log of its own name; nil for any other.
  package init?(_ note: SignedNote, signedBy key: NoteKey) {
    guard note.isSigned(by: key) else { return nil }
    self.init(text: note.text)
    guard origin == key.name else { return nil }
  }
}
