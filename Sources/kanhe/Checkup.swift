import Cases

/// What `kanhe doctor` found.
struct Checkup {
  private var findings: [(what: String, outcome: Result<String, Problem>)] = []
  /// What is missing and could be done without.
  private var gaps: Set<String> = []

  mutating func note(_ what: String, _ outcome: Result<String, Problem>) {
    findings.append((what, outcome))
  }

  /// Notes what is missing and could be done without: worth knowing, no failure.
  mutating func noteGap(_ what: String, _ reason: String) {
    gaps.insert(what)
    note(what, .success(reason))
  }

  /// Looks, and notes what was found or what is in the way.
  @discardableResult
  mutating func look(_ what: String, _ find: () async throws -> String) async -> String? {
    do {
      let found = try await find()
      note(what, .success(found))
      return found
    } catch {
      note(what, error)
      return nil
    }
  }

  mutating func note(_ what: String, _ error: any Error) {
    note(what, .failure(error as? Problem ?? .internalFault("\(type(of: error))")))
  }

  var text: String {
    var table = TextTable(["", "检查 check", "情况 finding"])
    for (what, outcome) in findings {
      switch outcome {
      case .success(let found): table.add([gaps.contains(what) ? "!" : "✓", what, found])
      case .failure(let problem): table.add(["✗", what, "[\(problem.code)] \(problem.message)"])
      }
    }
    return table.text
  }

  var worst: ExitStatus? {
    let statuses = findings.compactMap { finding -> ExitStatus? in
      if case .failure(let problem) = finding.outcome { problem.exit } else { nil }
    }
    return statuses.isEmpty ? nil : ExitStatus.ofBatch(statuses)
  }
}
