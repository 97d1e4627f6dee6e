import Cases

/// Which files of a scan belong together, by the folder's profile.
struct Grouping {
  let folder: WatchedFolder

  func groups(in scan: FolderScan) -> [PaperGroup] {
    caseFolders(in: scan) + loosePapers(in: scan).map { withMarkers($0, in: scan) }
  }

  /// A sub-folder is one case. Its `.done` lies in it or beside it.
  private func caseFolders(in scan: FolderScan) -> [PaperGroup] {
    scan.folders.filter { $0.fault == nil && !$0.papers.isEmpty }.map { sub in
      let name = sub.entry.path.name
      var group = PaperGroup(
        name: name, papers: sub.papers.sorted { $0.path.name.isBefore($1.path.name) },
        company: sub.unfinished + [sub.entry], wait: folder.timing.together)
      let done = sub.done + [scan.done[name]].compactMap(\.self)
      let notes = sub.notes + [scan.notes[name]].compactMap(\.self)
      group.markers = (done + notes).map(\.path)
      group.saidDone = sub.unfinished.isEmpty ? said(by: done, of: group.papers) : nil
      if !sub.unfinished.isEmpty { group.notices.append(.unfinishedFiles) }
      return group
    }
  }

  private func loosePapers(in scan: FolderScan) -> [PaperGroup] {
    switch folder.joining {
    case .none where folder.handling.sides == .backsInSecondFile:
      return runs(of: scan.papers, within: folder.timing.together).flatMap(frontsAndBacks)
    case .none:
      return scan.papers.map { PaperGroup(papers: [$0], wait: folder.timing.quiet) }
    case .byTime(let seconds):
      return runs(of: scan.papers, within: .seconds(seconds)).map {
        PaperGroup(
          name: $0.count > 1 ? $0.first?.path.name.stem : nil, papers: $0,
          wait: max(.seconds(seconds), folder.timing.quiet), endsWhenDone: false)
      }
    case .byName(let pattern):
      return byName(scan.papers, pattern)
    }
  }

  /// Files whose names have the same case in them; the others are single.
  private func byName(_ papers: [FolderEntry], _ pattern: NamePattern) -> [PaperGroup] {
    var matches: [String: [(page: Int?, entry: FolderEntry)]] = [:]
    var single: [PaperGroup] = []
    for paper in papers {
      if let match = pattern.match(paper.path.name.stem.escaped) {
        matches[match.caseName, default: []].append((match.page, paper))
      } else {
        single.append(PaperGroup(papers: [paper], wait: folder.timing.quiet))
      }
    }
    let joined = matches.map { name, files in
      let ordered = files.sorted { one, other in
        let (left, right) = (one.page ?? .max, other.page ?? .max)
        return left == right ? one.entry.path.name.isBefore(other.entry.path.name) : left < right
      }
      var group = PaperGroup(
        name: PaperName(escaped: name), papers: ordered.map(\.entry), wait: folder.timing.together)
      let pages = files.compactMap(\.page)
      if Set(pages).count < pages.count { group.notices.append(.twoPagesOfOneNumber) }
      return group
    }
    return single + joined
  }

  /// Papers in the order in which they came, divided where more time passed between two of them.
  private func runs(of papers: [FolderEntry], within time: Duration) -> [[FolderEntry]] {
    let ordered = papers.sorted {
      ($0.status.changed, $0.path) < ($1.status.changed, $1.path)
    }
    return ordered.reduce(into: [[FolderEntry]]()) { runs, paper in
      let gap = (runs.last?.last).map {
        paper.status.changed.subtractingReportingOverflow($0.status.changed)
      }
      if let gap, !gap.overflow, gap.partialValue <= time.wholeNanoseconds {
        runs[runs.count - 1].append(paper)
      } else {
        runs.append([paper])
      }
    }
  }

  /// Two by two. Where one is left over, any of them may be the one that was not scanned: nothing is joined, and a
  /// person looks at each.
  private func frontsAndBacks(_ run: [FolderEntry]) -> [PaperGroup] {
    let wait = max(folder.timing.together, folder.timing.quiet)
    guard run.count % 2 == 0 else {
      return run.map {
        PaperGroup(
          papers: [$0], company: run, wait: wait, endsWhenDone: false, notices: [.sidesUnclear])
      }
    }
    // All of the run wait until the last is quiet: one more paper would change who belongs to whom.
    return stride(from: 0, to: run.count, by: 2).map { first in
      PaperGroup(
        name: run[first].path.name.stem, papers: [run[first], run[first + 1]], company: run,
        wait: wait, endsWhenDone: false)
    }
  }

  private func withMarkers(_ group: PaperGroup, in scan: FolderScan) -> PaperGroup {
    var group = group
    var names = group.papers.flatMap { [$0.path.name, $0.path.name.stem] }
    if let name = group.name { names.append(name) }
    let keys = Set(names)
    let done = keys.compactMap { scan.done[$0] }
    group.markers = (done + keys.compactMap { scan.notes[$0] }).map(\.path).sorted()
    // A mark for one page says nothing of the others.
    let whole = group.name.map { [scan.done[$0]].compactMap(\.self) } ?? done
    if group.endsWhenDone { group.saidDone = said(by: whole, of: group.papers) }
    return group
  }

  /// A `.done` that is older than a file was meant for the one before it.
  private func said(by done: [FolderEntry], of papers: [FolderEntry]) -> Int64? {
    guard let last = done.map(\.status.changed).max(),
      papers.allSatisfy({ $0.status.changed <= last })
    else { return nil }
    return last
  }
}
