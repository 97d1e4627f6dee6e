import Cases
import Testing

@testable import Benchmarking

@Suite struct ReliabilityTests {
  private func outcome(_ probability: Double, exact: Bool, value: String? = "x") -> FieldOutcome {
    FieldOutcome(
      file: "a", kind: "k", world: "w", field: "f", truth: "x", raw: value, value: value,
      state: value == nil ? .missing : .review, probability: probability, isExact: exact, edits: 0,
      characters: 1, isRare: false)
  }

  @Test func honestProbabilitiesHaveNoError() throws {
    let honest = (0..<10).map { outcome(0.9, exact: $0 > 0) }
    let error = try #require(Reliability(honest).expectedCalibrationError)
    #expect(abs(error) < 1e-12)
  }

  @Test func theErrorIsTheWeightedDistance() throws {
    // Three said 1.0, of which one is right; one said 0.2 and is wrong: (3 · 2/3 + 1 · 0.2) / 4.
    let claims = [
      outcome(1, exact: true), outcome(1, exact: false), outcome(1, exact: false),
      outcome(0.2, exact: false),
    ]
    let reliability = Reliability(claims)
    #expect(abs(try #require(reliability.expectedCalibrationError) - 0.55) < 1e-12)
    let top = try #require(reliability.bins.last)
    #expect((top.count, top.exact) == (3, 1))
    #expect(top.meanProbability == 1)
  }

  @Test func aMissingFieldClaimsNothing() {
    let reliability = Reliability([outcome(0, exact: false, value: nil)])
    #expect((reliability.count, reliability.withoutValue) == (0, 1))
    #expect(reliability.expectedCalibrationError == nil)
  }

  @Test(arguments: [(0.0, 0), (0.0999, 0), (0.1, 1), (0.949, 9), (0.95, 10), (1.0, 14), (-1, 0)])
  func aBinHoldsItsLowerEdge(probability: Double, bin: Int) {
    let reliability = Reliability([outcome(probability, exact: true)])
    #expect(reliability.bins[bin].count == 1)
  }
}
