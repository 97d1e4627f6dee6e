import Cases
import Crypto
import Foundation

/// Where the key of a seal lies in a token; kept in the place of its key file. Nothing in it is secret.
struct TokenKeyFile: Codable {
  /// Label of the token.
  var token: String
  /// As `TokenKeyName` writes it.
  var key: String
  /// Whether this program made the key and may destroy it.
  var isOurs: Bool

  enum CodingKeys: String, CodingKey {
    case token, key
    case isOurs = "made_by_kanhe"
  }

  init(token: String, key: TokenKeyName, isOurs: Bool) {
    self.token = token
    self.key = key.description
    self.isOurs = isOurs
  }

  /// - Throws: `bad_seal_authority`.
  init(_ bytes: [UInt8], named name: String) throws(Problem) {
    do { self = try JSONDecoder().decode(TokenKeyFile.self, from: Data(bytes)) } catch {
      throw .badAuthority(name)
    }
  }

  var encoded: [UInt8] {
    get throws(Problem) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      do { return Array(try encoder.encode(self)) } catch { throw .badAuthority("token") }
    }
  }

  var name: TokenKeyName { TokenKeyName(key) }

  /// The key, nothing of which is opened yet; a seal can be looked at where no token is set.
  func key(
    among set: SealToken?, publicKey: P256.Signing.PublicKey
  ) -> any SealKey {
    guard let token = try? token(among: set) else { return AbsentTokenKey(place: self, set: set) }
    return TokenSealKey(token, name, publicKey: publicKey)
  }

  /// The token that is set, if it is this one: the PIN of another must not be tried on it.
  /// - Throws: `token_not_set`, `key_token_missing`.
  func token(among set: SealToken?) throws(Problem) -> SealToken {
    guard let set else { throw .tokenNotSet(token) }
    guard set.label == token else { throw .keyTokenMissing(token) }
    return set
  }
}

/// Stands where a key is that lies in a token which is not set: everything but sealing goes on without it.
private struct AbsentTokenKey: SealKey {
  let place: TokenKeyFile
  let set: SealToken?

  func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] {
    _ = try place.token(among: set)
    throw .keyTokenMissing(place.token)
  }
}
