import Foundation
import Testing

@testable import Extraction

/// What is written in `Models/calibration.yaml` and what it makes of evidence.
struct CalibrationTests {
  private static func shipped() throws -> DocumentKinds {
    try DocumentKinds.load(from: GoldenPage.root.appending(path: "Models"))
  }

  private func evidence(
    confidence: Double = 0.97, agreeing: Int = 2, score: Double? = 0.99, unexplained: Int = 0
  ) -> Evidence {
    Evidence(
      confidence: confidence, agreeing: agreeing, characterScore: score,
      characterMargin: score.map { 2 * $0 - 1 }, cutting: score == nil ? nil : 2,
      blur: score == nil ? nil : 0.03, unexplained: unexplained)
  }

  @Test func aReadingIsNeverMoreProbableForWhatSpeaksAgainstIt() throws {
    let calibration = try Self.shipped().calibration
    for type in [FieldType.name, .address, .idNumber, .date, .company] {
      let good = try #require(calibration.probability(evidence(), type))
      for worse in [
        evidence(confidence: 0.5), evidence(agreeing: 1), evidence(score: 0.5),
        evidence(unexplained: 1), evidence(agreeing: 1, score: nil),
      ] {
        #expect(try #require(calibration.probability(worse, type)) <= good)
      }
    }
  }

  @Test func everyTypeThatAKindHasIsCalibratedOrNeverAccepted() throws {
    let kinds = try Self.shipped()
    let unmeasured = Set(kinds.kinds.filter { $0.form == nil }.flatMap(\.fields).map(\.type))
      .filter { kinds.calibration.types[$0.rawValue] == nil }
    #expect(unmeasured.isSubset(of: [.mrz, .choice]))
  }

  @Test func aTypeThatWasNotMeasuredHasNoProbability() {
    #expect(Calibration().probability(evidence(), .name) == nil)
  }
}
