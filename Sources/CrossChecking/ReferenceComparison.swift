import Cases

extension Evidence {
  /// What a record says of the case. The record is looked for only by keys that were accepted: a misread key would
  /// find nobody, or somebody else.
  func compare(_ rule: CheckRule, with path: ReferencePath, in source: any ReferenceSource) throws
    -> Comparing
  {
    guard try source.has(path.reference) else { return .notImported(path.reference) }
    if rule.comparator == .listed { return try lookUp(rule.value, in: path, of: source) }
    var keys: [String: String] = [:]
    for (column, key) in rule.by ?? [:] {
      guard let key = FieldPath(key), let field = documents.best(key), let value = field.value,
        field.state == .accepted
      else { return .keyUncertain(key) }
      keys[column] = value
    }
    guard !keys.isEmpty else { return .keyUncertain(rule.value) }
    return try compare(rule, with: source.rows(in: path.reference, where: keys), path)
  }

  /// A closed list: that a misreading hits another of its values is as unlikely as with a code list.
  private func lookUp(_ value: String, in path: ReferencePath, of source: any ReferenceSource)
    throws
    -> Comparing
  {
    switch statement(of: value) {
    case .unsaid(let why): why
    case .said(let value):
      try source.rows(in: path.reference, where: [path.column: value]).isEmpty
        ? .notFound(path.reference) : .agrees
    }
  }

  /// Several records of one key must all agree: the first could hide what the second says.
  private func compare(_ rule: CheckRule, with rows: [[String: String]], _ path: ReferencePath)
    -> Comparing
  {
    guard let first = rows.first else { return .notFound(path.reference) }
    let comparisons = rows.map { compare(rule, withCell: $0[path.column], path) }
    return comparisons.first { $0.outcome != .agrees }
      ?? compare(rule, withCell: first[path.column], path)
  }

  private func compare(_ rule: CheckRule, withCell cell: String?, _ path: ReferencePath)
    -> Comparing
  {
    guard let cell, !cell.isEmpty else { return .emptyColumn(path) }
    if rule.comparator == .equals { return expect(rule.expected ?? "", found: cell) }
    switch statement(of: rule.value) {
    case .unsaid(let why): return why
    case .said(let value): return compare(value, cell, as: rule.comparator ?? .same)
    }
  }

  private func expect(_ expected: String, found cell: String) -> Comparing {
    let same = SameText()
    return same.normal(cell) == same.normal(expected) ? .agrees : .otherThan(expected, found: cell)
  }
}
