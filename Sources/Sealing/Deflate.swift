import CZlib
import Cases

/// The zlib format of `/FlateDecode` (RFC 1950).
enum Deflate {
  static func compress(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var compressed = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&compressed, &length, bytes, UInt(bytes.count), 9) == Z_OK else {
      throw .sealingFailed("zlib")
    }
    return Array(compressed.prefix(Int(length)))
  }
}
