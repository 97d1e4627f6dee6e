import CDeflate
import CZlib
package import Cases

/// The zlib format (RFC 1950) of `/FlateDecode` and of status lists.
package enum Deflate {
  /// As small as libdeflate can, which takes hardly longer than zlib for data of this size and saves 1 to 8 %.
  package static func compress(_ bytes: [UInt8]) throws(Problem) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(12) else { throw .internalFault("deflate") }
    defer { libdeflate_free_compressor(compressor) }
    let room = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let compressed = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
    guard !compressed.isEmpty else { throw .internalFault("deflate") }
    return compressed
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

  /// What the data expand to, as far as they can be expanded, to at most `limit` bytes and a little more.
  package static func expandedPart(of bytes: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8] {
    var all: [UInt8] = []
    inflate(bytes, atMost: limit) { all += $0 }
    return all
  }

  /// How many bytes the data expand to, without keeping them.
  package static func expandedSize(of bytes: ArraySlice<UInt8>, atMost limit: Int) -> Int {
    var size = 0
    inflate(bytes, atMost: limit) { size += $0.count }
    return size
  }

  private static func inflate(
    _ bytes: ArraySlice<UInt8>, atMost limit: Int, _ take: (ArraySlice<UInt8>) -> Void
  ) {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return }
    defer { inflateEnd(&stream) }
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var input = Array(bytes)
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(clamping: input.count)
      var status = Z_OK
      while status == Z_OK, Int(stream.total_out) < limit {
        let length = room.count
        let before = Int(stream.total_out)
        room.withUnsafeMutableBufferPointer { room in
          stream.next_out = room.baseAddress
          stream.avail_out = UInt32(length)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
        }
        take(room[..<(Int(stream.total_out) - before)])
      }
    }
  }
}
