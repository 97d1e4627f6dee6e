import Cases
import Logging

extension CounterDesk {
  /// After so many papers the folders are looked at again: somebody may have come to the counter meanwhile. More where
  /// many wait, so that looking does not take longer than taking.
  private func mostInOnePass(of groups: [ReadyGroup]) -> Int { max(32, groups.count / 32) }

  /// Takes papers in order until there are enough, the office is full, or the service is to stop.
  func take(_ groups: [ReadyGroup], from places: [Int: OpenFolder]) async {
    guard !groups.isEmpty, let waiting = await waitingDocuments() else { return }
    let most = mostInOnePass(of: groups)
    var (taken, more) = (0, 0)
    for ready in groups {
      guard !bell.isStopped, let open = places[ready.index] else { return }
      guard waiting + more < limits.waiting(ready.lane) else { return holdBack("queue") }
      guard taken < most else { return comeAgain(in: .zero) }
      do {
        guard let claim = check(ready, open) else { continue }
        try witness(.checked)
        try await office.claim(claim)
        officeFailures = 0
        states[ready.index].unfinished[claim.id] = .init(
          paths: Set(claim.files.map(\.path)), next: .now)
        try witness(.claimed)
        guard try await finish(claim, ready.index, open) else { return }
        taken += 1
        more += claim.files.count
      } catch {
        return officeFailed(error, ready.index)
      }
    }
    isHeldBack = false
  }

  /// Looks into the files of a group.
  /// - Returns: nil where they are not whole yet.
  private func check(_ ready: ReadyGroup, _ open: OpenFolder) -> PaperClaim? {
    let state = states[ready.index]
    let group = ready.group
    let isLast = group.saidDone != nil || ready.quiet >= state.folder.timing.patience
    if !isLast, group.papers.contains(where: { state.doubts[$0.path] == $0.status }) { return nil }
    var files: [ClaimedFile] = []
    for paper in group.papers {
      guard let folder = try? open.folder(paper.path.folder) else { return nil }
      switch FileCheck(paper, in: folder, limits: limits.intake) {
      case .changed: return nil
      case .whole(let file): files.append(file)
      case .faulty(let file, let problem):
        guard isLast else {
          // A file that somebody else has locked may be released without a change.
          if problem.exit != .access { states[ready.index].doubts[paper.path] = paper.status }
          comeAgain(in: state.folder.timing.patience - ready.quiet)
          return nil
        }
        files.append(file)
      }
    }
    // Whoever is told that a file is still to come waits for it; but not for ever.
    guard group.notices.contains(.unfinishedFiles), !isLast else {
      return PaperClaim(of: group, files: files, in: state.folder)
    }
    comeAgain(in: state.folder.timing.patience - ready.quiet)
    return nil
  }

  /// Documents that wait to be read; nil where no more may be taken now.
  private func waitingDocuments() async -> Int? {
    for path in outputs {
      guard let free = FileSystem.freeBytes(at: path), free < limits.freeBytes else { continue }
      holdBack("disk")
      return nil
    }
    do {
      return try await office.pressure().waiting
    } catch {
      officeFailed(error, nil)
      return nil
    }
  }

  /// Papers stay in their folders: nothing is lost there.
  private func holdBack(_ reason: String) {
    if !isHeldBack { logger.warning("papers are held back", metadata: ["reason": "\(reason)"]) }
    isHeldBack = true
    comeAgain(in: .seconds(1))
  }

  /// The office could not be asked, or did not answer. What was claimed and did not get through is found again.
  func officeFailed(_ error: any Error, _ index: Int?) {
    if let index { states[index].needsRecovery = true }
    let code = (error as? Problem)?.code ?? "\(type(of: error))"
    logger.error("the office does not take papers now", metadata: ["error": "\(code)"])
    officeFailures += 1
    let timing = states.first?.folder.timing ?? .standard
    comeAgain(in: timing.pause(after: min(officeFailures, 7)))
  }
}
