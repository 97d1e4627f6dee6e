import Cases

/// What became of a sample.
struct SampleOutcome {
  let sample: Sample
  let record: CaseRecord
  /// On the result and its code, as anybody would get them.
  var verdicts: [Verdict] = []

  /// Where it ended otherwise than its `expected.json` says, in words.
  var surprises: [String] {
    var found: [String] = []
    func compare(_ what: String, _ got: String, _ wanted: String) {
      if got != wanted { found.append("\(sample.name): \(what) \(got) ≠ \(wanted)") }
    }
    compare("decision", record.decision?.outcome.rawValue ?? "-", sample.expected.decision.rawValue)
    compare("state", record.state.rawValue, sample.expected.state.rawValue)
    for material in record.materials {
      compare(
        material.file, material.documents.map(\.kind).sorted().joined(separator: "+"),
        (sample.expected.materials[material.file] ?? []).sorted().joined(separator: "+"))
    }
    let reasons = Set(record.decision?.reasons.map(\.code) ?? [])
    for reason in sample.expected.reasons where !reasons.contains(reason) {
      found.append("\(sample.name): reason \(reason) is missing")
    }
    if record.state == .issued,
      verdicts.count != 2 || verdicts.contains(where: { $0.summary != .genuine })
    {
      found.append("\(sample.name): the result does not verify")
    }
    return found
  }
}
