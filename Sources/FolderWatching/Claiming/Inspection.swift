import Cases
import Intake

/// What the files of a claim are, now that they have left the watched folder.
enum Inspection {
  case usable(WatchedSubmission)
  /// Which of the files is to blame, where it is one.
  case unusable(Problem, file: Int?)
  /// Other content than was claimed.
  case changed
}

extension CounterDesk {
  func inspect(_ claim: PaperClaim, _ folder: ClaimFolder) throws -> Inspection {
    guard claim.files.count <= limits.files else {
      return .unusable(.tooManyFiles(claim.files.count, limit: limits.files), file: nil)
    }
    var files: [WatchedFile] = []
    for (index, file) in claim.files.enumerated() {
      guard file.format != nil, file.sha256 != nil else {
        return try fault(of: file, index, claim, folder)
      }
      // Opened each time: a large case would have more files than a process may have open.
      let (claimed, name) = (folder.open.claimed, claim.claimedName(index))
      let read: @Sendable () throws -> [UInt8] = { try claimed.bytes(of: file, as: name) }
      if (try? read()) == nil { return .changed }
      files.append(WatchedFile(name: file.path.name, read: read))
    }
    return .usable(WatchedSubmission(claim: claim, files: files))
  }

  /// The file was claimed to be refused: once more, why. It may have become usable meanwhile.
  private func fault(
    of file: ClaimedFile, _ index: Int, _ claim: PaperClaim, _ folder: ClaimFolder
  ) throws -> Inspection {
    do throws(SystemFault) {
      let opened = try folder.open.claimed.file(claim.claimedName(index))
      let content = try FileContent(of: opened, limits: limits.intake)
      guard content.sha256 == file.sha256, let problem = content.problem else { return .changed }
      return .unusable(problem, file: index)
    } catch {
      return .unusable(.unreadableFile(error.text), file: index)
    }
  }
}

extension FolderHandle {
  /// The bytes that were claimed, and no others.
  fileprivate func bytes(of file: ClaimedFile, as name: PaperName) throws -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemFault) {
      bytes = try self.file(name).bytes(expected: file.bytes, most: file.bytes)
    } catch {
      throw Problem.unreadableFile(error.text)
    }
    guard bytes.sha256 == file.sha256 else { throw Problem.changedAfterClaim }
    return bytes
  }
}
