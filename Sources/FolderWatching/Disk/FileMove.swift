import Glibc

/// Moves a file to a folder that may be on another file system.
struct FileMove {
  private static let piece = 1 << 20

  let from: FolderHandle
  let name: PaperName
  let to: FolderHandle

  init(from: FolderHandle, _ name: PaperName, to: FolderHandle) {
    (self.from, self.name, self.to) = (from, name, to)
  }

  /// What has the new name is replaced: a copy that was not finished before.
  func replacing(_ newName: PaperName) throws(SystemFault) {
    do throws(SystemFault) {
      try from.move(name, to: to, as: newName)
    } catch {
      guard error.number == EXDEV else { throw error }
      try copy(as: newName)
      try to.sync()
      try from.remove(name)
    }
  }

  private func copy(as newName: PaperName) throws(SystemFault) {
    let source = try from.file(name)
    let opened = openat(
      to.descriptor, try newName.path(),
      O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o660)
    guard opened >= 0 else { throw SystemFault("create") }
    let copy = OpenFile(descriptor: opened)
    var offset = 0
    while true {
      let piece = try source.piece(at: offset, most: Self.piece)
      if piece.isEmpty { break }
      try copy.append(piece)
      offset += piece.count
    }
    try copy.sync()
  }
}
