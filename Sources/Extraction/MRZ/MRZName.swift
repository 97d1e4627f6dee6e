/// The name field of a machine readable zone (ICAO Doc 9303-3, section 4.6).
enum MRZName {
  /// `ERIKSSON<<ANNA<MARIA<<<<` is `ERIKSSON, ANNA MARIA`; without a secondary identifier the primary one alone. Nil where
  /// it begins with a filler or print follows the fillers at the end: then it was not read rightly.
  static func name(in field: String) -> String? {
    guard isWellFormed(field) else { return nil }
    let parts = field.trimmingFillers.split(separator: "<<", omittingEmptySubsequences: false)
    guard let primary = parts.first, !primary.isEmpty, parts.count <= 2 else { return nil }
    return parts.map { $0.replacing("<", with: " ") }.joined(separator: ", ")
  }

  /// Letters, one filler between words, two between the identifiers, and fillers to the end.
  static func isWellFormed(_ field: String) -> Bool {
    let name = field.trimmingFillers
    guard let first = name.first, first != MRZ.filler, !name.contains("<<<") else { return false }
    return name.allSatisfy { $0 == MRZ.filler || ("A"..."Z").contains($0) }
      && name.split(separator: "<<", omittingEmptySubsequences: false).count <= 2
  }
}
