import Crypto

/// What names are made of that must be the same for the same content.
enum ContentHash {
  static func of(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }
}
