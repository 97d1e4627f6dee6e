import Crypto
import Foundation

/// A text and who signed it (C2SP signed-note). Signatures of keys that are not known are passed over.
package struct SignedNote: Sendable, Equatable {
  /// At most this many signature lines are looked at.
  private static let mostSignatures = 16

  struct Signature: Sendable, Equatable {
    var name: String
    /// Key ID, then the signature itself.
    var bytes: [UInt8]
  }

  /// Ends with a line end.
  package let text: String
  private let signatures: [Signature]

  /// Reads a note; nil where it is none. Says nothing of its signatures.
  package init?(_ note: String) {
    guard !note.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" }),
      let gap = note.range(of: "\n\n", options: .backwards), note.hasSuffix("\n")
    else { return nil }
    text = String(note[..<gap.lowerBound]) + "\n"
    let lines = note[gap.upperBound...].dropLast().split(
      separator: "\n", omittingEmptySubsequences: false)
    guard (1...Self.mostSignatures).contains(lines.count) else { return nil }
    let read = lines.compactMap(Self.signature)
    guard read.count == lines.count else { return nil }
    signatures = read
  }

  /// Signs a text, which must end with a line end.
  package init(_ text: String, signedBy key: NoteSigningKey) throws {
    self.text = text
    let signature = try key.privateKey.signature(for: Data(text.utf8))
    signatures = [Signature(name: key.public.name, bytes: key.public.id + Array(signature))]
  }

  package var written: String {
    text + "\n"
      + signatures.map { "— \($0.name) \(Data($0.bytes).base64EncodedString())\n" }.joined()
  }

  /// Whether this key signed the text, and no line that claims to be its signature is wrong.
  package func isSigned(by key: NoteKey) -> Bool {
    let own = signatures.filter { $0.name == key.name && Array($0.bytes.prefix(4)) == key.id }
    return !own.isEmpty && own.allSatisfy { key.accepts($0.bytes.dropFirst(4), for: text) }
  }

  private static func signature(_ line: Substring) -> Signature? {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "—", NoteKey.isName(String(parts[1])),
      let bytes = Data(base64Encoded: String(parts[2])), bytes.count > 4,
      bytes.base64EncodedString() == parts[2]
    else { return nil }
    return Signature(name: String(parts[1]), bytes: Array(bytes))
  }
}
