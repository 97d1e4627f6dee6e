import Foundation

/// How probable a reading is, from what speaks for it: one logistic regression a type of field, fitted on documents
/// with truth that nothing else was fitted on (`Models/training/calibration/`).
package struct Calibration: Sendable, Equatable, Decodable {
  /// Log-odds: an intercept and a weight for every feature of the evidence.
  package struct Regression: Sendable, Equatable, Decodable {
    package var intercept: Double
    package var weights: [String: Double]
  }

  /// By the name of the type of field.
  package var types: [String: Regression]

  package init(types: [String: Regression] = [:]) { self.types = types }

  /// That a value of this type with this evidence is right; nil where nothing was measured for the type.
  func probability(_ evidence: Evidence, _ type: FieldType) -> Double? {
    guard let regression = types[type.rawValue] else { return nil }
    let features = evidence.features(for: type)
    let logOdds = regression.weights.reduce(regression.intercept) { sum, weight in
      sum + weight.value * (features[weight.key] ?? 0)
    }
    return 1 / (1 + exp(-logOdds))
  }
}
