import Cases

extension FileReading {
  /// Says which documents were valid until a day before that one, as far as that can be relied on.
  mutating func warnAboutExpiry(on day: CalendarDay) {
    for index in documents.indices {
      guard let field = documents[index].expiryField,
        let last = field.value.flatMap(CalendarDay.init),
        last < day
      else { continue }
      documents[index].warnings.append(
        ReadingWarning(code: .expired, score: field.probability))
    }
  }
}

extension DocumentReading {
  /// The accepted field that says until when the document is valid.
  fileprivate var expiryField: Field? {
    ["valid_until", "expiry_date"].compactMap { fields[$0] }.first { $0.state == .accepted }
  }
}
