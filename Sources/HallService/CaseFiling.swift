package import Cases

/// Takes applications in, and tells what became of them. The service is handed one and knows no more of the store.
package protocol CaseFiling: Sendable {
  /// Returns when the papers are safe.
  ///
  /// - Throws: `unknown_matter`, `key_used_otherwise`, `queue_full`, `unwritable_output`; of papers for a case that is there,
  ///   `no_such_case`, `case_closed`.
  func open(_ application: NewApplication) async throws -> OpenedCase
  /// Everything that was read, found and decided so far; nil where there is no such case.
  func record(of id: String) async throws -> CaseRecord?
  /// The sealed PDF and the text of its code; nil where nothing waits to be handed over in this role.
  func result(of id: String, _ role: ResultRole) async throws -> CaseResult?
  /// Erases PDF and secret, which whoever asked for them has by now.
  ///
  /// - Throws: `nothing_to_hand_over`.
  func confirmHandOver(of id: String, _ role: ResultRole) async throws
}

/// Papers of one application, as they were posted.
package struct NewApplication: Sendable {
  package struct Paper: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  package let papers: [Paper]
  package let matter: String?
  /// The case that they are added to; nil for a new one.
  package let caseID: String?
  package let counter: String?
  package let lane: Lane
  /// Names this application among all of the caller's; 64 hexadecimal digits.
  package let key: String?
}

package struct OpenedCase: Sendable {
  package let id: String
  /// Whether it had been opened before, under the same key.
  package let isRepetition: Bool

  package init(id: String, isRepetition: Bool) {
    self.id = id
    self.isRepetition = isRepetition
  }
}

package struct CaseResult: Sendable {
  package let pdf: [UInt8]
  package let code: String

  package init(pdf: [UInt8], code: String) {
    self.pdf = pdf
    self.code = code
  }
}
