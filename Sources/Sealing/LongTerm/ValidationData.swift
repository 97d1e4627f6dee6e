/// What a signature can be judged with when its authorities are gone (EN 319 142-1, 5.4.2): an entry of `/DSS`. All DER.
package struct ValidationData: Sendable, Equatable {
  package var certificates: [[UInt8]]
  package var revocationLists: [[UInt8]]
  /// OCSP responses (RFC 6960, 4.2.1).
  package var answers: [[UInt8]]

  package init(
    certificates: [[UInt8]] = [], revocationLists: [[UInt8]] = [], answers: [[UInt8]] = []
  ) {
    self.certificates = certificates
    self.revocationLists = revocationLists
    self.answers = answers
  }

  package var isEmpty: Bool { count == 0 }
  package var count: Int { certificates.count + revocationLists.count + answers.count }
  /// Bytes of all.
  package var size: Int { (certificates + revocationLists + answers).reduce(0) { $0 + $1.count } }

  package static func + (one: ValidationData, other: ValidationData) -> ValidationData {
    ValidationData(
      certificates: one.certificates + other.certificates,
      revocationLists: one.revocationLists + other.revocationLists,
      answers: one.answers + other.answers)
  }

  /// What is in this and not in the other.
  package func subtracting(_ other: ValidationData) -> ValidationData {
    ValidationData(
      certificates: certificates.filter { !other.certificates.contains($0) },
      revocationLists: revocationLists.filter { !other.revocationLists.contains($0) },
      answers: answers.filter { !other.answers.contains($0) })
  }
}
