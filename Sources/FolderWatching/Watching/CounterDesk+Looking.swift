import Cases
import Logging

/// A group of a folder, and whether it has been quiet for long enough.
struct ReadyGroup: Sendable {
  let index: Int
  let lane: Lane
  let group: PaperGroup
  let quiet: Duration
  let isComplete: Bool

  /// Unchanged for so long that no earlier one is waited for any more.
  var isOverdue: Bool { quiet > group.wait + group.wait + .seconds(1) }
}

extension CounterDesk {
  /// Scans a folder: which papers there are, and how long they have been quiet.
  func look(_ index: Int, _ open: OpenFolder) throws -> [ReadyGroup] {
    let scan = try FolderScan(of: open.root)
    let now = ContinuousClock.now
    states[index].quiet.see(scan.all, at: now)
    setStrangeAside(index, scan, open, at: now)
    removeLateMarks(index, scan, open, at: now)
    let folder = states[index].folder
    let held = states[index].held
    let groups = Grouping(folder: folder).groups(in: scan).filter {
      $0.papers.allSatisfy { !held.contains($0.path) }
    }
    // Nobody rings for what happens in a sub-folder.
    if !scan.folders.isEmpty || !scan.strange.isEmpty { comeAgain(in: folder.timing.poll) }
    let known = Set(scan.all.map(\.path))
    states[index].doubts = states[index].doubts.filter { known.contains($0.key) }
    return groups.map { group in
      let quiet = states[index].quiet.quiet(group.watched, at: now)
      let isComplete = group.saidDone != nil || quiet >= group.wait
      comeAgain(in: isComplete ? folder.timing.poll : group.wait - quiet)
      return ReadyGroup(
        index: index, lane: folder.lane, group: group, quiet: quiet, isComplete: isComplete)
    }
  }

  /// What may be taken now, in the counter's order: walk-in papers first, then as they were completed.
  ///
  /// A paper waits for one that was completed before it and was only seen later: a scan may miss what is renamed under
  /// its eyes.
  func inOrder(_ groups: [ReadyGroup]) -> [ReadyGroup] {
    Lane.allCases.sorted().flatMap { lane in
      let ordered = groups.filter { $0.lane == lane }.sorted {
        ($0.group.due, $0.group.papers[0].path) < ($1.group.due, $1.group.papers[0].path)
      }
      let first = ordered.firstIndex { !$0.isComplete } ?? ordered.endIndex
      return ordered[..<first] + ordered[first...].filter { $0.isComplete && $0.isOverdue }
    }
  }

  /// A `.done` that came after its file had been taken would lie there for ever.
  private func removeLateMarks(
    _ index: Int, _ scan: FolderScan, _ open: OpenFolder, at now: ContinuousClock.Instant
  ) {
    let names = Set(scan.papers.flatMap { [$0.path.name, $0.path.name.stem] })
    let patience = states[index].folder.timing.patience
    for (paper, mark) in scan.done
    where mark.status.bytes == 0 && !names.contains(paper)
      && !scan.folders.contains(where: { $0.entry.path.name == paper })
      && states[index].quiet.quiet([mark], at: now) >= patience
    {
      try? open.root.remove(mark.path.name)
    }
  }

  /// A folder that may not be looked into yet may still be made.
  private func wait(for problem: Problem, _ timing: WatchTiming) -> Duration {
    problem.exit == .access ? timing.patience : timing.quiet
  }

  /// Links, pipes, devices, and sub-folders that are no case: moved to the failure folder, with a note.
  private func setStrangeAside(
    _ index: Int, _ scan: FolderScan, _ open: OpenFolder, at now: ContinuousClock.Instant
  ) {
    let state = states[index]
    for (entry, problem) in scan.refused(most: limits.files)
    where state.leftAlone[entry.path] != entry.status
      && state.quiet.quiet([entry], at: now) >= wait(for: problem, state.folder.timing)
    {
      let claim = PaperClaim(of: entry, in: state.folder)
      do {
        try FailureFolder(of: state.folder, in: open).add(
          entry, as: claim, problem, from: open.root)
      } catch {
        states[index].leftAlone[entry.path] = entry.status
      }
      logger.warning(
        "refused", metadata: ["trace": "\(claim.id)", "code": "\(problem.code)"])
    }
  }
}

extension FolderScan {
  /// Everything whose quiet is measured.
  var all: [FolderEntry] {
    papers + strange + done.values + folders.flatMap { $0.papers + $0.unfinished + [$0.entry] }
  }

  /// What is refused for what it is, whatever is in it.
  func refused(most: Int) -> [(FolderEntry, Problem)] {
    strange.map { ($0, .notARegularFile) }
      + folders.compactMap { folder in
        let problem: Problem? =
          switch folder.fault {
          case .deeper: .folderTooDeep
          case .strange: .notARegularFile
          case .otherFileSystem: .otherFileSystem
          case .unreadable: .unreadableFile("没有权限 no permission")
          case nil:
            folder.papers.count > most ? .tooManyFiles(folder.papers.count, limit: most) : nil
          }
        return problem.map { (folder.entry, $0) }
      }
  }
}
