import Cases
import Glibc
import Logging

extension CounterDesk {
  /// Opens a folder for this pass; nil where another process is in it.
  /// - Throws: what keeps it from being opened: it is away.
  func enter(_ index: Int) throws -> OpenFolder? {
    let folder = states[index].folder
    // A share is asked for the first time here, where nobody but its own counter waits for it.
    let path = folder.mounted ? FolderOverlap.resolved(folder.path) : folder.path
    let root = try FolderHandle(path: path)
    if folder.mounted, try !root.isMountPoint() {
      throw SystemFault("no mount point", number: ENODEV)
    }
    // Nothing of ours is made in it before it is sure that it is the right one.
    let open = try OpenFolder(root)
    guard try open.lock() else {
      tell(index, .folderInUse(folder.path))
      return nil
    }
    let status = try open.root.status()
    if states[index].identity != [status.device, status.inode] {
      states[index].identity = [status.device, status.inode]
      states[index].forget()
    }
    if states[index].absence != nil {
      states[index].absence = nil
      logger.notice("watched folder is back", metadata: ["folder": "\(folder.path)"])
    }
    cleanReceipts(index, open)
    return open
  }

  /// Whether changes in the folder ring the bell. It is asked in every pass: one that was away is another one now.
  func ringsForChanges(_ index: Int, _ open: OpenFolder) -> Bool {
    let folder = states[index].folder
    let isAskedFor =
      switch folder.watching {
      case .inotify: true
      case .poll: false
      case .automatic: (try? FileSystem(of: open.root))?.tellsOfChanges ?? false
      }
    return isAskedFor && hints?.watch(folder.path) == true
  }

  /// The folder cannot be looked at now. It is waited for, and its counter's other folders go on.
  func stepAside(_ index: Int, _ error: any Error) {
    states[index].forget()
    let reason = (error as? SystemFault)?.text ?? (error as? Problem)?.code ?? "\(type(of: error))"
    let path = states[index].folder.path
    let isClosed = [EACCES, EPERM, EROFS].contains((error as? SystemFault)?.number ?? 0)
    tell(index, isClosed ? .folderNotWritable(path, reason) : .folderAway(path, reason))
    // Not longer than some seconds: somebody waits for it to come back.
    let passes = states[index].absence?.passes ?? 1
    comeAgain(in: states[index].folder.timing.pause(after: min(passes, 5)))
  }

  /// Says it at once and then every minute.
  private func tell(_ index: Int, _ problem: Problem) {
    let now = ContinuousClock.now
    let isDue = states[index].absence.map { now - $0.told >= .seconds(60) } ?? true
    if isDue {
      logger.error("\(problem.message)", metadata: ["code": "\(problem.code)"])
      states[index].absence = .init(passes: states[index].absence?.passes ?? 0, told: now)
    }
    states[index].absence?.passes += 1
  }

  private func cleanReceipts(_ index: Int, _ open: OpenFolder) {
    let now = ContinuousClock.now
    if let last = states[index].receiptsCleaned, now - last < .seconds(86_400) { return }
    states[index].receiptsCleaned = now
    do {
      try ReceiptNote.removeOld(in: open.receipts)
      try FailureFolder(existing: states[index].folder, in: open)?.removeOldDrafts()
    } catch {
      logger.warning("old receipts stay", metadata: ["error": "\(error)"])
    }
  }
}
