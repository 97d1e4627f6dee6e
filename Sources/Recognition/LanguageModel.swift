import Cases
import Crypto
import Foundation

/// A Tesseract model in memory, so that the bytes that were hashed are the bytes that are used.
struct LanguageModel {
  let name: String
  let bytes: Data
  /// Lower-case hexadecimal.
  let sha256: String

  /// One of Debian's models.
  ///
  /// - Throws: `missing_language`.
  init(_ name: String, in folder: URL) throws(Problem) {
    guard let model = LanguageModel(reading: name, in: folder) else {
      throw .missingLanguage(name, folder: folder.path)
    }
    self = model
  }

  /// Nil where there is no such file or nothing in it.
  init?(reading name: String, in folder: URL) {
    let file = folder.appending(path: "\(name).traineddata")
    guard let bytes = try? Data(contentsOf: file, options: .mappedIfSafe), !bytes.isEmpty else {
      return nil
    }
    self.name = name
    self.bytes = bytes
    sha256 = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
  }
}
