package import Cases
import Foundation

/// What opens a token. Never printed: a type with a secret must not show it where it is interpolated or dumped.
package struct SealPIN: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  let secret: String

  package init(_ secret: String) { self.secret = secret }

  /// The first line of a file that others than its owner and group cannot read.
  /// - Throws: `bad_pin_file`.
  package init(file: String) throws(Problem) {
    let mode =
      (try? FileManager.default.attributesOfItem(atPath: file))?[.posixPermissions] as? Int
    guard let mode, mode & 0o007 == 0, let bytes = FileManager.default.contents(atPath: file),
      let line = String(validating: bytes, as: UTF8.self)?.split(separator: "\n").first
    else { throw .badPINFile(file) }
    secret = String(line)
  }

  package var description: String { "(PIN)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
