import Cases

/// Everything measured on the files of one kind in one world.
package struct CellReport: Sendable, Codable {
  package let kind: String
  package let world: String
  package let files: Int
  /// Files whose documents were recognised, all and no others.
  package let kindRight: Int
  /// Files that could not be read, by the code of their problem.
  package let problems: [String: Int]
  /// Accepted fields of documents that are not on the page.
  package let strays: Int
  package let tally: Tally
  package let byField: [String: Tally]
  /// Start of the readers and reading, all files.
  package let cost: ProcessCost
  /// The part of it that a reader spends before its first file.
  package let startCPUSeconds: Double
  package var peers: [PeerReport] = []

  package init(
    kind: String, world: String, markings: [Marking], cost: ProcessCost, startCPUSeconds: Double
  ) {
    let outcomes = markings.flatMap(\.fields)
    (self.kind, self.world, files) = (kind, world, markings.count)
    kindRight = markings.count(where: \.isKindRight)
    problems = markings.compactMap(\.error).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    strays = markings.reduce(0) { $0 + $1.strays }
    tally = Tally(outcomes)
    byField = Dictionary(grouping: outcomes, by: \.field).mapValues { Tally($0) }
    (self.cost, self.startCPUSeconds) = (cost, startCPUSeconds)
  }

  package var cpuSecondsAFile: Double { files == 0 ? 0 : cost.cpuSeconds / Double(files) }

  enum CodingKeys: String, CodingKey {
    case kind, world, files
    case kindRight = "kind_right"
    case problems, strays, tally
    case byField = "by_field"
    case cost
    case startCPUSeconds = "start_cpu_seconds"
    case peers
  }
}

/// What another program made of the same files.
package struct PeerReport: Sendable, Equatable, Codable {
  /// Name and version.
  package let name: String
  package let cost: ProcessCost
  /// The part that it spends before its first file; 0 where it starts anew for each.
  package let startCPUSeconds: Double
  /// Fields whose truth stands somewhere in the text that came out.
  package let found: Int
  package let fields: Int
  /// Our CPU time by its own, each with its start.
  package let ratio: Double

  enum CodingKeys: String, CodingKey {
    case name, cost
    case startCPUSeconds = "start_cpu_seconds"
    case found, fields, ratio
  }
}
