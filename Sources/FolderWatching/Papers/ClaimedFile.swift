package import Cases

/// One file of a claim, as it was when it was checked.
package struct ClaimedFile: Sendable, Equatable, Codable {
  /// Where it lay in the watched folder. Names are personal data: never in a log.
  package let path: PaperPath
  package let inode: UInt64
  package let bytes: Int
  /// Time of the last change of its content, in nanoseconds since 1970.
  package let modified: Int64
  /// Lower-case hexadecimal; nil where the file could not be read.
  package let sha256: String?
  /// nil where its content is none that is read here.
  package let format: FileFormat?

  package init(
    path: PaperPath, inode: UInt64, bytes: Int, modified: Int64, sha256: String?,
    format: FileFormat?
  ) {
    self.path = path
    self.inode = inode
    self.bytes = bytes
    self.modified = modified
    self.sha256 = sha256
    self.format = format
  }
}
