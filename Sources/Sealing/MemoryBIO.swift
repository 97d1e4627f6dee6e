import COpenSSL
import Cases

/// Owns an OpenSSL memory buffer.
final class MemoryBIO {
  let pointer: OpaquePointer

  init(_ bytes: [UInt8]) throws(Problem) {
    guard let pointer = BIO_new(BIO_s_mem()) else { throw .sealingFailed("BIO_new") }
    guard bytes.isEmpty || BIO_write(pointer, bytes, Int32(bytes.count)) == bytes.count else {
      BIO_free(pointer)
      throw .sealingFailed("BIO_write")
    }
    self.pointer = pointer
  }

  deinit { BIO_free(pointer) }

  var bytes: [UInt8] {
    var start: UnsafePointer<CChar>?
    let count = kanhe_bio_bytes(pointer, &start)
    return Array(UnsafeRawBufferPointer(start: start, count: max(0, count)))
  }
}

/// OpenSSL's queue of errors of this thread.
enum OpenSSLErrors {
  /// The oldest error in words; empties the queue.
  static func take() -> String {
    let first = ERR_get_error()
    ERR_clear_error()
    return ERR_reason_error_string(first).map { String(cString: $0) } ?? "OpenSSL"
  }
}
