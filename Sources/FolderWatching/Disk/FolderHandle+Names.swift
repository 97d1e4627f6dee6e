import Glibc

extension FolderHandle {
  /// More are not looked at in one pass; the rest has its turn when these are gone.
  static let mostNames = 100_000

  /// The names of everything in the folder but `.` and `..`.
  func names() throws(SystemFault) -> [PaperName] {
    // Opened anew, because a stream moves the place in the folder that all its descriptors share.
    let opened = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw SystemFault("open") }
    guard let stream = fdopendir(opened) else {
      close(opened)
      throw SystemFault("opendir")
    }
    defer { closedir(stream) }
    var names: [PaperName] = []
    while names.count < Self.mostNames {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw SystemFault("readdir") }
        break
      }
      let name = PaperName(bytes: Self.name(in: entry))
      if name.bytes != [0x2E], name.bytes != [0x2E, 0x2E] { names.append(name) }
    }
    return names
  }

  /// Read in place: a copy of the entry would end after 256 bytes, where the kernel's may be longer.
  private static func name(in entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = UnsafeRawPointer(entry) + offset
    return Array(
      UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    )
  }
}
