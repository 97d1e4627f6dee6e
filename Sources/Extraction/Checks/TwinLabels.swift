import Cases

/// Two fields whose values are on one list, such as the places of a passport, are told apart by nothing but their labels:
/// one that was overlooked, or misread as the other, would give the other's value unseen.
struct TwinLabels {
  let values: ValueFinder

  /// Leaves such fields to a person unless all of their labels were found, in the order of the kind's file.
  func applied(to fields: [String: Field], _ definitions: [FieldDefinition]) -> [String: Field] {
    var fields = fields
    let lists = Dictionary(grouping: definitions.filter { $0.usual != nil }) { $0.usual }
    for twins in lists.values where twins.count > 1 && !areInOrder(twins) {
      for twin in twins where fields[twin.name]?.state == .accepted {
        fields[twin.name]?.state = .review
      }
    }
    return fields
  }

  private func areInOrder(_ twins: [FieldDefinition]) -> Bool {
    let labels = twins.compactMap { values.label(of: $0)?.box }
    return labels.count == twins.count
      && zip(labels, labels.dropFirst()).allSatisfy { $0.bottom < $1.top }
  }
}
