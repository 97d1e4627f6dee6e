import CZlib
package import Cases

/// The zlib format (RFC 1950) of `/FlateDecode` and of status lists.
package enum Deflate {
  package static func compress(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    var length = compressBound(UInt(bytes.count))
    var compressed = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&compressed, &length, bytes, UInt(bytes.count), 9) == Z_OK else {
      throw .internalFault("zlib")
    }
    return Array(compressed.prefix(Int(length)))
  }

  /// Nil where the data are damaged, cut short, or expand to more than `limit` bytes.
  package static func expand(_ bytes: [UInt8], atMost limit: Int) -> [UInt8]? {
    var room = max(4096, min(limit, bytes.count &* 4))
    while true {
      var expanded = [UInt8](repeating: 0, count: room)
      var length = UInt(room)
      switch uncompress(&expanded, &length, bytes, UInt(bytes.count)) {
      case Z_OK: return Array(expanded.prefix(Int(length)))
      case Z_BUF_ERROR where room < limit: room = min(limit, room &* 4)
      default: return nil
      }
    }
  }
}
