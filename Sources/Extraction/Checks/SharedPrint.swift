import Cases

/// One print states one fact: where two fields were found in the same place, one of them is in the wrong place, and
/// nothing says which.
struct SharedPrint {
  /// The lines of each field that was read, in the document's coordinates.
  private var lines: [String: [Box]] = [:]

  mutating func note(_ reading: FieldReading?, as definition: FieldDefinition) {
    lines[definition.name] = reading?.lines.map(\.box)
  }

  /// Leaves fields that share print to a person.
  func applied(to fields: [String: Field], _ definitions: [FieldDefinition]) -> [String: Field] {
    let shared = lines.keys.filter { name in
      lines.contains { $0.key != name && Self.overlap(lines[name] ?? [], $0.value) }
    }
    var fields = fields
    for definition in definitions where shared.contains(definition.name) {
      for name in [definition.name] + [definition.until].compactMap(\.self) {
        guard var field = fields[name], field.state == .accepted else { continue }
        field.state = .review
        field.probability = min(field.probability, 0.5)
        fields[name] = field
      }
    }
    return fields
  }

  private static func overlap(_ one: [Box], _ other: [Box]) -> Bool {
    one.contains { box in other.contains { $0.shares(with: box) } }
  }
}

extension Box {
  /// Whether at least a third of the shorter of two lines lies on the other.
  fileprivate func shares(with other: Box) -> Bool {
    let across = min(right, other.right) - max(left, other.left)
    let down = min(bottom, other.bottom) - max(top, other.top)
    return across > 0.33 * min(width, other.width) && down > 0.5 * min(height, other.height)
  }
}
