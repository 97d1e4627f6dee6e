/// What can be said of a PDF or a code that claims to be a result. Three answers that are never collapsed into one.
package struct Verdict: Sendable, Equatable, Codable {
  package enum Summary: String, Sendable, Codable {
    case genuine
    case notGenuine = "not_genuine"
    case undecided
  }

  package enum Unaltered: String, Sendable, Codable {
    case yes, no
    case notChecked = "not_checked"
  }

  package enum SealedBy: String, Sendable, Codable {
    /// The sealer is on the list of trusted authorities.
    case trusted
    /// Trusted here, but the authority is the one that the program made for itself.
    case test
    case unknown, nobody
  }

  package enum InForce: String, Sendable, Codable {
    case yes, no
    case notChecked = "not_checked"
  }

  package struct Answer<Value: Sendable & Equatable & Codable>: Sendable, Equatable, Codable {
    package var answer: Value
    /// Subject of the sealing certificate or name of the issuing key, where there is one.
    package var subject: String?
    package var reasons: [Reason]

    package init(_ answer: Value, subject: String? = nil, reasons: [Reason] = []) {
      self.answer = answer
      self.subject = subject
      self.reasons = reasons
    }
  }

  package var unaltered: Answer<Unaltered>
  package var sealedBy: Answer<SealedBy>
  package var inForce: Answer<InForce>
  /// What the result says of itself (number, kind, masked holder, ...), once it has been found unaltered.
  package var claims: [String: String]?

  package init(
    unaltered: Answer<Unaltered>, sealedBy: Answer<SealedBy>, inForce: Answer<InForce>,
    claims: [String: String]? = nil
  ) {
    self.unaltered = unaltered
    self.sealedBy = sealedBy
    self.inForce = inForce
    self.claims = claims
  }

  /// Computed, never stored: genuine only when every answer is the good one.
  package var summary: Summary {
    if unaltered.answer == .no || inForce.answer == .no || sealedBy.answer == .nobody {
      return .notGenuine
    }
    let known = sealedBy.answer == .trusted || sealedBy.answer == .test
    return unaltered.answer == .yes && known && inForce.answer == .yes ? .genuine : .undecided
  }

  package var exit: ExitStatus {
    switch summary {
    case .genuine: .done
    case .notGenuine: .notGenuine
    case .undecided: .couldNotTell
    }
  }

  enum CodingKeys: String, CodingKey {
    case verdict, unaltered
    case sealedBy = "sealed_by"
    case inForce = "in_force"
    case claims
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    unaltered = try values.decode(Answer<Unaltered>.self, forKey: .unaltered)
    sealedBy = try values.decode(Answer<SealedBy>.self, forKey: .sealedBy)
    inForce = try values.decode(Answer<InForce>.self, forKey: .inForce)
    claims = try values.decodeIfPresent([String: String].self, forKey: .claims)
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(summary, forKey: .verdict)
    try values.encode(unaltered, forKey: .unaltered)
    try values.encode(sealedBy, forKey: .sealedBy)
    try values.encode(inForce, forKey: .inForce)
    try values.encodeIfPresent(claims, forKey: .claims)
  }
}
