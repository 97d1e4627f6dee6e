import Cases
import Foundation

/// What tells whose paper it may be: sealed in the database.
struct PaperIdentity: Codable {
  var name: String
  var sha256: String

  func sealed(as id: String, with key: DataKey) throws -> [UInt8] {
    try key.seal(JSONEncoder().encode(self), in: .paper(id: id))
  }

  /// - Throws: `Problem.dataKeyUnusable`, `.databaseFault`.
  init(sealed: [UInt8], as id: String, with key: DataKey) throws {
    let plain = try key.open(sealed, from: .paper(id: id))
    guard let identity = try? JSONDecoder().decode(Self.self, from: Data(plain)) else {
      throw Problem.databaseFault("a paper does not decode")
    }
    self = identity
  }

  init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}
