/// What a file in a watched folder is there for, as its name says. What it is, its content says later.
enum EntryRole: Equatable {
  case paper
  /// Says that the paper, or the sub-folder, of that name is complete.
  case done(PaperName)
  /// Written beside a failed file, and moved back with it.
  case note(PaperName)
  /// Still being written: it gets its name when it is whole.
  case unfinished
  /// Hidden, or left there by a file manager: never looked at.
  case ignored

  init(_ name: PaperName) {
    let lower = String(decoding: name.bytes, as: UTF8.self).lowercased()
    if name == OpenFolder.failuresName || lower.hasPrefix(".") || Self.litter.contains(lower) {
      self = .ignored
    } else if Self.unfinishedEndings.contains(where: lower.hasSuffix) || lower.hasPrefix("~$") {
      self = .unfinished
    } else if lower.hasSuffix(".done"), name.bytes.count > 5 {
      self = .done(PaperName(bytes: Array(name.bytes.dropLast(5))))
    } else if lower.hasSuffix(FailureNote.ending), name.bytes.count > FailureNote.ending.utf8.count
    {
      self = .note(PaperName(bytes: Array(name.bytes.dropLast(FailureNote.ending.utf8.count))))
    } else {
      self = .paper
    }
  }

  /// Of a hidden file in a sub-folder: whether it may be a page that is not finished. rsync and others write under such names.
  static func mayBecomePage(_ name: PaperName) -> Bool {
    let lower = String(decoding: name.bytes, as: UTF8.self).lowercased()
    return lower.hasPrefix(".") && !hiddenLitter.contains(where: lower.hasPrefix)
  }

  /// How names of hidden files begin that systems and file managers leave.
  private static let hiddenLitter = [
    ".ds_store", "._", ".directory", ".nfs", ".fuse_hidden", ".smbdelete", ".localized",
  ]
  private static let litter: Set<String> = ["thumbs.db", "desktop.ini", "ehthumbs.db"]
  private static let unfinishedEndings = [
    "~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download",
    ".opdownload",
    ".swp", ".upload", ".uploading",
  ]
}

extension PaperName {
  /// Without the extension; a name that begins with its only dot has none.
  var stem: PaperName {
    guard let dot = bytes.lastIndex(of: 0x2E), dot > 0 else { return self }
    return PaperName(bytes: Array(bytes[..<dot]))
  }

  /// The extension with its dot.
  var ending: [UInt8] { Array(bytes.dropFirst(stem.bytes.count)) }
}
