extension Verdict {
  /// Whether the file may be read as what its signers signed: it is unaltered, nobody signed as somebody else, and no seal is
  /// out of force. Who signed, and whether it is still in force, may be unknown: whoever relies on that asks for more.
  package var holds: Bool { unaltered.answer == .yes && summary != .notGenuine }
}

extension FileReading {
  /// False where the file bears signatures or seals that do not hold.
  package var signaturesHold: Bool { verification?.holds ?? true }

  /// What stands in a file whose signatures do not hold is not taken without a person, however well it was read.
  package mutating func doubtWhereSignaturesFail() {
    guard !signaturesHold else { return }
    for index in documents.indices {
      documents[index].fields = documents[index].fields.mapValues(\.withFailedSignature)
      documents[index].mrz = documents[index].mrz?.mapValues(\.withFailedSignature)
    }
  }
}

extension Field {
  /// A warning and no failure: the value may well be read as it is printed.
  fileprivate var withFailedSignature: Field {
    guard state == .accepted else { return self }
    var field = self
    field.state = .review
    field.checks.append(CheckResult(id: "signature", result: .warning))
    return field
  }
}
