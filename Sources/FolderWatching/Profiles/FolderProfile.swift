import Cases
import Glibc

/// One entry of `folders.yaml`. Everything but the path may be left out.
struct FolderProfile: Decodable {
  private let path: String
  private let source: String?
  private let counter: String?
  private let lane: Lane?
  private let matter: String?
  private let joining: JoiningProfile?
  private let sides: ScannedSides?
  private let separators: SeparatorProfile?
  private let pages: Int?
  private let pairing: Int?
  private let quiet: Double?
  private let together: Double?
  private let patience: Double?
  private let poll: Double?
  private let watching: WatchedFolder.Watching?
  private let failures: String?
  private let mounted: Bool?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case path, source, counter, lane, matter, joining, sides, separators, pages, pairing, quiet
    case together, patience, poll, watching, failures, mounted
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseKeys(otherThan: CodingKeys.self)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    path = try values.decode(String.self, forKey: .path)
    source = try values.decodeIfPresent(String.self, forKey: .source)
    counter = try values.decodeIfPresent(String.self, forKey: .counter)
    lane = try values.decodeIfPresent(Lane.self, forKey: .lane)
    matter = try values.decodeIfPresent(String.self, forKey: .matter)
    joining = try values.decodeIfPresent(JoiningProfile.self, forKey: .joining)
    sides = try values.decodeIfPresent(ScannedSides.self, forKey: .sides)
    separators = try values.decodeIfPresent(SeparatorProfile.self, forKey: .separators)
    pages = try values.decodeIfPresent(Int.self, forKey: .pages)
    pairing = try values.decodeIfPresent(Int.self, forKey: .pairing)
    quiet = try values.decodeIfPresent(Double.self, forKey: .quiet)
    together = try values.decodeIfPresent(Double.self, forKey: .together)
    patience = try values.decodeIfPresent(Double.self, forKey: .patience)
    poll = try values.decodeIfPresent(Double.self, forKey: .poll)
    watching = try values.decodeIfPresent(WatchedFolder.Watching.self, forKey: .watching)
    failures = try values.decodeIfPresent(String.self, forKey: .failures)
    mounted = try values.decodeIfPresent(Bool.self, forKey: .mounted)
  }

  /// The folder with the usual values for what is left out.
  func folder() throws(Problem) -> WatchedFolder {
    guard path.hasPrefix("/"), failures?.hasPrefix("/") ?? true else {
      throw .badFolders("'\(path)': paths begin with / 路径须以 / 开头")
    }
    // A share that is not mounted yet may not even have its mount point, and one that hangs must not hang the start.
    let isMounted = mounted ?? false
    let real = isMounted ? path : try WatchedFolder.standard(at: path).path
    let failures = try failures.map { path throws(Problem) in
      try WatchedFolder.standard(at: path).path
    }
    return WatchedFolder(
      path: real, source: source, counter: counter, lane: lane ?? .walkIn, matter: matter,
      joining: joining?.joining ?? .none, handling: try handling(), timing: try timing(),
      watching: watching ?? .automatic, failures: failures, mounted: isMounted)
  }

  private func handling() throws(Problem) -> PaperHandling {
    for (key, number) in [("pages", pages), ("pairing", pairing)] {
      guard let number else { continue }
      guard (1...86_400).contains(number) else { throw outOfRange(key) }
    }
    let divides = separators.map { $0.separators != .none } ?? false
    // A part of a stack has no place in the counter's order that another file could be near to.
    if divides, pairing != nil { throw .badFolders("'\(path)': separators + pairing") }
    return PaperHandling(
      sides: sides ?? .asTheyCome,
      separators: separators?.separators ?? .none,
      expectedPages: pages, pairingSeconds: pairing)
  }

  private func timing() throws(Problem) -> WatchTiming {
    var timing = WatchTiming.standard
    timing.quiet = try duration(quiet, "quiet", timing.quiet)
    timing.together = try duration(together, "together", max(timing.together, timing.quiet))
    timing.patience = try duration(patience, "patience", max(timing.patience, timing.together))
    timing.poll = try duration(poll, "poll", timing.poll)
    guard timing.quiet <= timing.together, timing.together <= timing.patience else {
      throw .badFolders("'\(path)': quiet ≤ together ≤ patience")
    }
    return timing
  }

  private func duration(_ seconds: Double?, _ key: String, _ standard: Duration) throws(Problem)
    -> Duration
  {
    guard let seconds else { return standard }
    guard (0.05...86_400).contains(seconds) else { throw outOfRange(key) }
    return .milliseconds(Int(seconds * 1000))
  }

  private func outOfRange(_ key: String) -> Problem {
    .badFolders("'\(path)': \(key)")
  }
}

/// `none`, `{name: "{case}_{page}"}` or `{seconds: 20}`.
private struct JoiningProfile: Decodable {
  let joining: Joining

  private enum CodingKeys: String, CodingKey, CaseIterable { case name, seconds }

  init(from decoder: any Decoder) throws {
    if let word = try? decoder.singleValueContainer().decode(String.self), word == "none" {
      joining = .none
      return
    }
    try decoder.refuseKeys(otherThan: CodingKeys.self)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let name = try values.decodeIfPresent(String.self, forKey: .name)
    let seconds = try values.decodeIfPresent(Int.self, forKey: .seconds)
    switch (name.map { NamePattern($0) }, seconds) {
    case (.some(.some(let pattern)), nil): joining = .byName(pattern)
    case (nil, .some(1...3600)): joining = .byTime(seconds: seconds ?? 1)
    default:
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "none, {name: '{case}_{page}'} or {seconds: 1 to 3600}"))
    }
  }
}

private struct SeparatorProfile: Decodable {
  let separators: Separators

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case sheet
    case blankPage = "blank_page"
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseKeys(otherThan: CodingKeys.self)
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let sheet = try values.decodeIfPresent(String.self, forKey: .sheet)
    guard sheet.map(Separators.canBeSheet) ?? true else {
      throw DecodingError.dataCorruptedError(
        forKey: .sheet, in: values, debugDescription: "1 to 100 letters, digits and signs of ASCII")
    }
    separators = Separators(
      sheet: sheet, blankPage: try values.decodeIfPresent(Bool.self, forKey: .blankPage) ?? false)
  }
}
