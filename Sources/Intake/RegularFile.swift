package import Cases
import Foundation

/// Reads a file that was put on disk by somebody else.
package enum RegularFile {
  /// The bytes of the file at a path; at most one more than `most` of them.
  ///
  /// What is looked at is what was opened, so that nobody can put a FIFO or a device in its place in between.
  /// - Throws: `unreadable_file`, `too_many_bytes`.
  package static func bytes(at path: String, most: Int) throws(Problem) -> [UInt8] {
    // Opening a FIFO would wait for somebody to write; with O_NONBLOCK it returns at once.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadableFile(reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadableFile("不是普通文件 not a regular file")
    }
    let size = Int(status.st_size)
    guard size <= most else { throw .tooManyBytes(size, limit: most) }
    return try content(of: descriptor, expected: size, most: most)
  }

  /// Until the end: a file that is still being written may have grown.
  private static func content(of descriptor: Int32, expected: Int, most: Int) throws(Problem)
    -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0, count: min(max(expected, 4095), most) + 1)
    var filled = 0
    while filled < bytes.count {
      let step = bytes.withUnsafeMutableBytes { buffer in
        read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if step < 0 && errno == EINTR { continue }
      guard step >= 0 else { throw .unreadableFile(reason(errno)) }
      if step == 0 { break }
      filled += step
      if filled == bytes.count && filled <= most {
        bytes += [UInt8](repeating: 0, count: min(filled, most + 1 - filled))
      }
    }
    return Array(bytes.prefix(filled))
  }

  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT, ENOTDIR: "找不到 not found"
    case EACCES, EPERM: "没有读取权限 no permission"
    case ENXIO: "不是普通文件 not a regular file"
    default: "读取出错 read error \(number)"
    }
  }
}
