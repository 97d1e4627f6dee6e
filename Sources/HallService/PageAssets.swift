import Cases
import Crypto
import Foundation
import Hummingbird
import ResultCodes

/// The style sheet, the mark and the scripts of the pages. Their addresses carry a version, so that
/// browsers keep them and still get new ones with a new page.
struct PageAssets: Sendable {
  private static let types = [
    "css": "text/css; charset=utf-8", "svg": "image/svg+xml",
    "js": "text/javascript; charset=utf-8",
  ]

  private let files: [String: [UInt8]]
  /// Ten hexadecimal digits of the SHA-256 of everything.
  let version: String

  init(folder: String) throws(Problem) {
    var files: [String: [UInt8]] = [:]
    for part in [folder, "\(folder)/scripts"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: part)) ?? []
      for name in names where Self.type(of: name) != nil {
        guard let data = FileManager.default.contents(atPath: "\(part)/\(name)") else {
          throw .badModel("\(part)/\(name)", "EACCES")
        }
        files[name] = Array(data)
      }
    }
    for needed in ["style.css", "result.js", "verify.js"] where files[needed] == nil {
      throw .badModel("\(folder)/\(needed)", "ENOENT")
    }
    self.files = files
    var hash = SHA256()
    for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
      hash.update(data: Array(name.utf8) + [0] + bytes)
    }
    version = Hexadecimal.text(of: Array(hash.finalize().prefix(5)))
  }

  /// The modules that a page's own script imports, for the browser to fetch all at once.
  func scripts(of page: Pages.Page) -> [String] {
    let entries: [Pages.Page: String] = [.result: "result.js", .verify: "verify.js"]
    return entries[page].map { Array(imports(from: $0)).sorted() } ?? []
  }

  /// By the lines `import … from "./name.js";`.
  private func imports(from script: String, besides known: Set<String> = []) -> Set<String> {
    var found = known
    let text = String(decoding: files[script] ?? [], as: UTF8.self)
    for match in text.matches(of: /from "\.\/([a-z]+\.js)"/) {
      let name = String(match.1)
      guard files[name] != nil, found.insert(name).inserted else { continue }
      found.formUnion(imports(from: name, besides: found))
    }
    return found
  }

  func response(_ name: String) -> Response? {
    guard let bytes = files[name], let type = Self.type(of: name) else { return nil }
    return Response(
      status: .ok,
      headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
      body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func type(of name: String) -> String? {
    name.split(separator: ".").last.flatMap { types[String($0)] }
  }
}
