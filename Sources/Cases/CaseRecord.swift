/// What the record says of an issued result. The secret is not part of it.
package struct IssuedResult: Sendable, Equatable, Codable {
  package var number: String
  package var kindZh: String
  package var kindEn: String
  package var holderMasked: String
  /// 25 decimal digits; the public address of the result.
  package var locator: String
  /// SHA-256 of the sealed PDF, lower-case hexadecimal.
  package var pdfSHA256: String
  package var pdfBytes: Int
  /// RFC 3339, UTC.
  package var issuedAt: String
  package var expiresAt: String?
  /// True while the seal belongs to the authority that the program made for itself.
  package var underTestAuthority: Bool
  /// Rare characters, as `U+2B740`, by the font that had to show them.
  package var standInFonts: [String: [String]]?

  package init(
    number: String, kindZh: String, kindEn: String, holderMasked: String, locator: String,
    pdfSHA256: String, pdfBytes: Int, issuedAt: String, expiresAt: String?,
    underTestAuthority: Bool,
    standInFonts: [String: [String]]? = nil
  ) {
    self.number = number
    self.kindZh = kindZh
    self.kindEn = kindEn
    self.holderMasked = holderMasked
    self.locator = locator
    self.pdfSHA256 = pdfSHA256
    self.pdfBytes = pdfBytes
    self.issuedAt = issuedAt
    self.expiresAt = expiresAt
    self.underTestAuthority = underTestAuthority
    self.standInFonts = standInFonts
  }

  enum CodingKeys: String, CodingKey {
    case number
    case kindZh = "kind_zh"
    case kindEn = "kind_en"
    case holderMasked = "holder_masked"
    case locator
    case pdfSHA256 = "pdf_sha256"
    case pdfBytes = "pdf_bytes"
    case issuedAt = "issued_at"
    case expiresAt = "expires_at"
    case underTestAuthority = "under_test_authority"
    case standInFonts = "stand_in_fonts"
  }
}

/// Something that a person or the program did to a case.
package struct CaseEvent: Sendable, Equatable, Codable {
  /// RFC 3339, UTC.
  package var at: String
  /// `kanhe`, or the officer's name.
  package var by: String
  /// `opened`, `noticed`, `read`, `divided`, `paired`, `quarantined`, `given_back`, `decided`, `stopped`, `redriven`,
  /// `confirmed`, `rejected`, `deferred`, `notice_issued`, `added`, `overdue`, `issued`, `handed_over`,
  /// `hand_over_expired`, `revoked`.
  package var what: String
  /// `kind.field` that was confirmed, reason that was given.
  package var detail: String?

  package init(at: String, by: String, what: String, detail: String? = nil) {
    self.at = at
    self.by = by
    self.what = what
    self.detail = detail
  }
}

/// One application: everything that was read, found and decided. What `record.json` holds.
package struct CaseRecord: Sendable, Equatable, Codable {
  package enum State: String, Sendable, Codable {
    /// The machine still has work.
    case open
    /// A person must look.
    case review
    /// Taken in, with materials outstanding; the applicant has the notice.
    case deferred
    case issued, rejected
    /// Read and stored; no matter was named.
    case filed
    /// None of its files could be used.
    case refused
    /// Its papers are in other cases now: the parts of a stack, or the two sides of a card.
    case moved
  }

  package var id: String
  /// The matter's id.
  package var matter: String?
  package var state: State
  /// RFC 3339, UTC.
  package var openedAt: String
  package var materials: [FileReading]
  package var form: FilledForm?
  package var findings: [Finding]
  package var decision: Decision?
  /// The notice of what is outstanding, where the case was taken in without it.
  package var notice: IssuedResult?
  /// What ended the case.
  package var result: IssuedResult?
  package var events: [CaseEvent]
  package var milliseconds: Int
  /// How often it had been stored when it was loaded, so that nobody's change is overwritten. No part of what it says, and
  /// not encoded.
  package var revision = 0

  package init(
    id: String, matter: String?, state: State, openedAt: String, materials: [FileReading] = [],
    form: FilledForm? = nil, findings: [Finding] = [], decision: Decision? = nil,
    result: IssuedResult? = nil, events: [CaseEvent] = [], milliseconds: Int = 0
  ) {
    self.id = id
    self.matter = matter
    self.state = state
    self.openedAt = openedAt
    self.materials = materials
    self.form = form
    self.findings = findings
    self.decision = decision
    self.result = result
    self.events = events
    self.milliseconds = milliseconds
  }

  enum CodingKeys: String, CodingKey {
    case id, matter, state
    case openedAt = "opened_at"
    case materials, form, findings, decision, notice, result, events, milliseconds
  }
}

extension CaseRecord {
  /// All documents of all materials.
  package var documents: [DocumentReading] { materials.flatMap(\.documents) }

  /// The field named `kind.field`, in the first document of that kind that has it.
  package func field(_ path: String) -> Field? { documents.field(path) }
}

extension [DocumentReading] {
  /// The field named `kind.field`, in the first document of that kind that has it.
  package func field(_ path: String) -> Field? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    return lazy.filter { $0.kind == parts[0] }.compactMap { $0.fields[parts[1]] }.first
  }
}
