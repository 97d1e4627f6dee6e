package import Cases

/// Another program that reads pictures.
package protocol Peer: Sendable {
  /// Name and version.
  var name: String { get }
  /// Reads pictures, one after the other, on one core.
  func read(_ paths: [String]) throws(Problem) -> PeerReading
}

/// What a peer read.
package struct PeerReading: Sendable, Equatable {
  /// All text of each picture.
  package var texts: [String]
  package var cost: ProcessCost
  /// The part that it spends before its first file; 0 where it starts anew for each.
  package var startCPUSeconds: Double

  package init(texts: [String], cost: ProcessCost, startCPUSeconds: Double = 0) {
    (self.texts, self.cost, self.startCPUSeconds) = (texts, cost, startCPUSeconds)
  }
}

/// Every peer that is installed.
package enum Peers {
  /// - Parameter python: the interpreter in which RapidOCR is looked for.
  package static func installed(python: String) -> [any Peer] {
    let all: [(any Peer)?] = [TesseractPeer(), RapidOCRPeer(python: python)]
    return all.compactMap(\.self)
  }
}

extension PeerReport {
  /// Fields are counted as found where their truth, as printed, stands somewhere in the text: peers know no fields.
  package init(
    _ name: String, _ reading: PeerReading, specimens: [Specimen], ownCPUSeconds: Double
  ) {
    var (found, fields) = (0, 0)
    for (specimen, text) in zip(specimens, reading.texts) {
      let text = normalized(text)
      fields += specimen.expected.count
      found += specimen.expected.values.count { text.contains(normalized($0.printed)) }
    }
    self.init(
      name: name, cost: reading.cost, startCPUSeconds: reading.startCPUSeconds, found: found,
      fields: fields,
      ratio: reading.cost.cpuSeconds > 0 ? ownCPUSeconds / reading.cost.cpuSeconds : 0)
  }
}
