import Glibc

/// An open file. What is looked at is what was opened, whatever has its name by now.
final class OpenFile: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  func status() throws(SystemFault) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemFault("fstat") }
    return FileStatus(status)
  }

  /// All bytes from the beginning; at most one more than `most`, so that the caller sees that there are too many.
  func bytes(expected: Int, most: Int) throws(SystemFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(max(0, expected), most) + 1)
    var filled = 0
    while true {
      let step = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled, off_t(filled))
      }
      if step < 0, errno == EINTR { continue }
      guard step >= 0 else { throw SystemFault("read") }
      filled += step
      if step == 0 || filled > most { break }
      if filled == bytes.count {
        bytes += [UInt8](repeating: 0, count: min(filled, most + 1 - filled))
      }
    }
    return Array(bytes.prefix(filled))
  }

  /// Up to that many bytes from an offset; none at the end.
  func piece(at offset: Int, most: Int) throws(SystemFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: most)
    while true {
      let count = pread(descriptor, &bytes, most, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemFault("read") }
      return Array(bytes.prefix(count))
    }
  }

  func append(_ bytes: [UInt8]) throws(SystemFault) {
    var written = 0
    while written < bytes.count {
      let step = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw SystemFault("write") }
      written += step
    }
  }

  func sync() throws(SystemFault) {
    guard fsync(descriptor) == 0 else { throw SystemFault("fsync") }
  }
}
