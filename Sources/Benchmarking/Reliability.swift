import Cases

/// Whether probabilities mean what they say: among fields said to be right with probability 0.9, nine of ten are.
///
/// Reliability table and expected calibration error (Guo et al., On Calibration of Modern Neural Networks, ICML 2017,
/// section 2), over the fields that have a value; a missing one claims nothing.
package struct Reliability: Sendable, Equatable, Codable {
  /// Fields whose probability lies from `from` up to, but not including, the next bin's.
  package struct Bin: Sendable, Equatable, Codable {
    package let from: Double
    package fileprivate(set) var count = 0
    package fileprivate(set) var exact = 0
    fileprivate var sum = 0.0

    package var accuracy: Double? { count == 0 ? nil : Double(exact) / Double(count) }
    package var meanProbability: Double? { count == 0 ? nil : sum / Double(count) }

    fileprivate init(from: Double) { self.from = from }

    enum CodingKeys: String, CodingKey {
      case from, count, exact
      case sum = "probability_sum"
    }
  }

  /// Tenths, and finer where thresholds lie.
  private static let edges = [
    0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999,
  ]

  package private(set) var bins = Self.edges.map(Bin.init(from:))
  /// Fields without a value.
  package private(set) var withoutValue = 0

  package init(_ outcomes: some Sequence<FieldOutcome>) {
    for outcome in outcomes { add(outcome) }
  }

  package var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// Mean distance of accuracy and mean probability, weighted by the number of fields; nil without fields.
  package var expectedCalibrationError: Double? {
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + abs(Double($1.exact) - $1.sum) } / Double(count)
  }

  private mutating func add(_ outcome: FieldOutcome) {
    guard outcome.value != nil, outcome.state != .missing else { return withoutValue += 1 }
    let index = bins.lastIndex { $0.from <= outcome.probability } ?? 0
    bins[index].count += 1
    bins[index].exact += outcome.isExact ? 1 : 0
    bins[index].sum += outcome.probability
  }

  enum CodingKeys: String, CodingKey {
    case bins
    case withoutValue = "without_value"
  }
}
