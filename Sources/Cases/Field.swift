/// Whether a value may be used without a person.
package enum FieldState: String, Sendable, Codable, CaseIterable {
  case accepted, review, missing, withheld
}

/// Where a value comes from.
package enum FieldSource: String, Sendable, Codable {
  case ocr
  case textLayer = "text_layer"
  case mrz, barcode, person, reference
}

/// Another value that was really seen.
package struct Alternative: Sendable, Equatable, Codable {
  package var value: String
  package var probability: Double

  package init(value: String, probability: Double) {
    self.value = value
    self.probability = probability
  }
}

/// The outcome of one rule on one field.
package struct CheckResult: Sendable, Equatable, Codable {
  package enum Outcome: String, Sendable, Codable { case pass, fail, warning, skipped }

  /// The rule's name, `gb11643`, `agrees`, ...
  package var id: String
  package var result: Outcome
  /// Which other field or source was compared, where there is one; never the value itself.
  package var with: String?

  package init(id: String, result: Outcome, with: String? = nil) {
    self.id = id
    self.result = result
    self.with = with
  }
}

/// A value with its proof. `raw` is the text as printed; `value` its normal form; the two are never made to agree.
package struct Field: Sendable, Equatable, Codable {
  package var raw: String?
  package var value: String?
  package var state: FieldState
  /// That `value` is right, 0 to 1, calibrated on documents with truth; 0 to 0.5 where nothing was measured.
  package var probability: Double
  package var source: FieldSource
  /// From 1.
  package var page: Int
  /// On the submitted page: pixels of the stored picture, or points of a PDF page.
  package var polygon: Polygon?
  package var checks: [CheckResult]
  package var alternatives: [Alternative]
  /// What `probability` was computed from, by the names of `Models/calibration.yaml`; nil where nothing was read.
  package var evidence: [String: Double]?
  /// The state before cross-checking changed it; nil while `state` is as read.
  package var stateAsRead: FieldState?

  package init(
    raw: String?, value: String?, state: FieldState, probability: Double, source: FieldSource,
    page: Int, polygon: Polygon? = nil, checks: [CheckResult] = [],
    alternatives: [Alternative] = [], evidence: [String: Double]? = nil,
    stateAsRead: FieldState? = nil
  ) {
    self.raw = raw
    self.value = value
    self.state = state
    self.probability = probability
    self.source = source
    self.page = page
    self.polygon = polygon
    self.checks = checks
    self.alternatives = alternatives
    self.evidence = evidence
    self.stateAsRead = stateAsRead
  }

  enum CodingKeys: String, CodingKey {
    case raw, value, state, probability, source, page, polygon, checks, alternatives, evidence
    case stateAsRead = "state_as_read"
  }

  package static func missing(page: Int, source: FieldSource) -> Field {
    Field(raw: nil, value: nil, state: .missing, probability: 0, source: source, page: page)
  }

  package func check(_ id: String) -> CheckResult? { checks.first { $0.id == id } }
}
