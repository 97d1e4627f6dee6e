import Cases
import Logging

extension CounterDesk {
  /// Finishes what was begun and not ended, by this process or one before it.
  /// - Returns: false where papers after these should wait.
  func recover(_ index: Int, _ open: OpenFolder) async throws -> Bool {
    guard states[index].needsRecovery else { return true }
    let claims: [PaperClaim]
    do {
      claims = try await office.openClaims(of: states[index].folder.key)
    } catch {
      officeFailed(error, index)
      return false
    }
    var isDone = true
    for claim in claims {
      if bell.isStopped { return false }
      if let begun = states[index].unfinished[claim.id], begun.next > .now {
        comeAgain(in: begun.next - .now)
        if begun.mayHold { return false }
        isDone = false
        continue
      }
      guard try await finish(claim, index, open) else { return false }
      if states[index].unfinished[claim.id] != nil { isDone = false }
    }
    let leftovers = try ClaimFolder(open: open, witness: witness).leftovers()
    let known = Set(claims.map(\.id) + leftovers.map(\.0))
    states[index].unfinished = states[index].unfinished.filter { known.contains($0.key) }
    for (id, names) in leftovers where !claims.contains(where: { $0.id == id }) {
      if await !finishLeftover(id, names, index, open) { isDone = false }
    }
    states[index].needsRecovery = !isDone
    return true
  }

  /// Files in the claim folder whose claim is not one of the open ones of this path: accepted and not removed, refused and
  /// not moved, begun under another path, or unknown to a store that was restored from a backup.
  private func finishLeftover(
    _ id: PaperClaim.ID, _ names: [PaperName], _ index: Int, _ open: OpenFolder
  ) async -> Bool {
    if let begun = states[index].unfinished[id], begun.next > .now {
      comeAgain(in: begun.next - .now)
      return false
    }
    let folder = ClaimFolder(open: open, witness: witness)
    do {
      switch try await office.standing(of: id) {
      // Taken under another path of this folder: it was renamed, or is mounted elsewhere now.
      case .open(let claim): return try await finish(claim, index, open)
      case .accepted(let claim, let receipt): try clear(claim, receipt, index, folder)
      case .refused(let claim, let refusal): try setAside(claim, refusal, index, folder)
      case .unknown:
        try folder.putBackUnknown(id, names)
        logger.error("a claim that the store does not know", metadata: ["trace": "\(id)"])
      }
      states[index].unfinished[id] = nil
      return true
    } catch {
      _ = postpone(id, paths: [], index, error)
      return false
    }
  }
}

extension ClaimFolder {
  /// The files in the claim folder by their claims.
  fileprivate func leftovers() throws -> [(PaperClaim.ID, [PaperName])] {
    let names = try open.claimed.names().filter { $0.bytes.first != 0x2E }
    return Dictionary(grouping: names) { $0.stem.escaped }
      .map { ($0, $1.sorted { $0.isBefore($1) }) }
      .sorted { $0.0 < $1.0 }
  }

  /// Nobody knows their names any more; what was together stays together, in a sub-folder.
  fileprivate func putBackUnknown(_ id: PaperClaim.ID, _ names: [PaperName]) throws {
    let name = PaperName("recovered-\(id)")
    let isSingle = names.count == 1 && names[0].ending == Array(".0".utf8)
    let target = isSingle ? open.root : try open.root.madeFolder(name, mode: 0o770)
    for old in names {
      _ = try open.claimed.moveIfFree(
        old, to: target,
        as: isSingle ? name : PaperName("recovered\(String(decoding: old.ending, as: UTF8.self))"))
    }
    try target.sync()
    try open.claimed.sync()
  }
}
