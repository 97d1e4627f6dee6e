import Cases
import Crypto
import Glibc
import Intake

/// What looking into a file said.
enum FileCheck {
  /// It is whole.
  case whole(ClaimedFile)
  /// It cannot be used as it is; it may still be written.
  case faulty(ClaimedFile, Problem)
  /// It is another one by now, or gone: it is looked at again when it has been quiet.
  case changed

  /// Looks at the file that a scan found.
  init(_ entry: FolderEntry, in folder: FolderHandle, limits: IntakeLimits) {
    do throws(SystemFault) {
      let file = try folder.file(entry.path.name)
      guard try file.status() == entry.status else {
        self = .changed
        return
      }
      let content = try FileContent(of: file, limits: limits)
      self = try file.status() == entry.status ? content.check(of: entry) : .changed
    } catch {
      self =
        [ENOENT, ELOOP, ENXIO].contains(error.number)
        ? .changed : .faulty(ClaimedFile(entry, nil, nil), .unreadableFile(error.text))
    }
  }
}

/// The content of an open file, looked at by `Intake`.
struct FileContent {
  let sha256: String?
  let format: FileFormat?
  let problem: Problem?

  init(of file: OpenFile, limits: IntakeLimits) throws(SystemFault) {
    let status = try file.status()
    guard status.kind == .file else {
      self.init(sha256: nil, format: nil, problem: .notARegularFile)
      return
    }
    guard status.bytes <= limits.bytes else {
      self.init(sha256: nil, format: nil, problem: .tooManyBytes(status.bytes, limit: limits.bytes))
      return
    }
    let bytes = try file.bytes(expected: status.bytes, most: limits.bytes)
    do throws(Problem) {
      let accepted = try Intake.accept(name: "", bytes: bytes, limits: limits)
      let problem: Problem? = status.links > 1 ? .hardLink : nil
      self.init(sha256: accepted.sha256, format: accepted.format, problem: problem)
    } catch {
      self.init(sha256: bytes.sha256, format: nil, problem: error)
    }
  }

  private init(sha256: String?, format: FileFormat?, problem: Problem?) {
    (self.sha256, self.format, self.problem) = (sha256, format, problem)
  }

  fileprivate func check(of entry: FolderEntry) -> FileCheck {
    if let problem { return .faulty(ClaimedFile(entry, sha256, nil), problem) }
    return .whole(ClaimedFile(entry, sha256, format))
  }
}

extension ClaimedFile {
  fileprivate init(_ entry: FolderEntry, _ sha256: String?, _ format: FileFormat?) {
    self.init(
      path: entry.path, inode: entry.status.inode, bytes: entry.status.bytes,
      modified: entry.status.modified, sha256: sha256, format: format)
  }
}

extension [UInt8] {
  /// Lower-case hexadecimal.
  var sha256: String {
    SHA256.hash(data: self).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
