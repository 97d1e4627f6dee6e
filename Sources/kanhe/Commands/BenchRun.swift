import Benchmarking
import Cases
import MainPath
import Recognition

/// The specimens of one kind in one world.
struct BenchCell {
  let kind: String
  let world: String
  let specimens: [Specimen]

  /// In the order of kinds and worlds.
  static func all(of specimens: [Specimen]) -> [BenchCell] {
    Dictionary(grouping: specimens) { [$0.kind, $0.world] }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { BenchCell(kind: $0[0], world: $0[1], specimens: $1) }
  }
}

/// Reads cell after cell, each with readers of its own, so that time and memory are those of the cell.
struct BenchRun {
  let options: ModelOptions
  let jobs: Int
  let known: KnownCharacters

  func measure(
    _ cell: BenchCell, peers: [any Peer]
  ) async throws -> (CellReport, [Marking]) {
    let workshop = try await Workshop.open(options, data: nil, jobs: jobs)
    let before = ProcessCost.ownCPUSeconds()
    _ = try await workshop.readers.engine()
    let start = await use(of: workshop.readers).reduce(0) { $0 + $1.cpuSeconds }
    let markings = await markings(of: cell, by: workshop)
    let peak = await use(of: workshop.readers).map(\.peakBytes).max() ?? 0
    await workshop.readers.stop()
    let cost = ProcessCost(
      cpuSeconds: ProcessCost.ownCPUSeconds() - before, peakBytes: peak)
    var report = CellReport(
      kind: cell.kind, world: cell.world, markings: markings, cost: cost, startCPUSeconds: start)
    report.peers = try readings(of: cell, by: peers, ownCPUSeconds: cost.cpuSeconds)
    return (report, markings)
  }

  private func use(of readers: ReaderPool) async -> [ProcessCost] {
    await readers.processIdentifiers().compactMap(ProcessCost.init(ofProcess:))
  }

  private func markings(of cell: BenchCell, by workshop: Workshop) async -> [Marking] {
    let reading = BatchReading(readers: workshop.readers, limits: workshop.limits)
    var markings: [Marking] = []
    for await result in reading.results(of: cell.specimens.map(\.path), jobs: jobs) {
      markings.append(Marking(result, of: cell.specimens[markings.count], known: known))
      Report.progress(markings.count, of: cell.specimens.count, "\(cell.kind) \(cell.world)")
    }
    return markings
  }

  /// Peers read pictures only: a cell that holds a PDF has nothing to compare.
  private func readings(
    of cell: BenchCell, by peers: [any Peer], ownCPUSeconds: Double
  ) throws(Problem) -> [PeerReport] {
    let paths = cell.specimens.map(\.path)
    guard !paths.contains(where: { $0.hasSuffix(".pdf") }) else { return [] }
    var reports: [PeerReport] = []
    for peer in peers {
      reports.append(
        PeerReport(
          peer.name, try peer.read(paths), specimens: cell.specimens, ownCPUSeconds: ownCPUSeconds))
    }
    return reports
  }
}
