/// Why an issued result no longer holds. Public, so it is a code and never free text.
package enum RevocationReason: String, Sendable, Codable, CaseIterable {
  case superseded
  case issuedInError = "issued_in_error"
  case falseStatement = "false_statement"
  case holderAsked = "holder_asked"
  case other

  package var label: Label {
    switch self {
    case .superseded: Label(zh: "已被新结果替代", en: "replaced by a newer result")
    case .issuedInError: Label(zh: "签发有误", en: "issued in error")
    case .falseStatement: Label(zh: "以不实材料取得", en: "obtained by false statements")
    case .holderAsked: Label(zh: "应持有人申请", en: "at the holder's request")
    case .other: Label(zh: "其他原因", en: "another reason")
    }
  }
}

/// What the public side knows of an issued result: never a secret, never personal data.
package struct PublicRecord: Sendable, Equatable, Codable {
  package enum Status: String, Sendable, Codable { case valid, revoked, expired }

  /// 25 decimal digits.
  package var locator: String
  /// As stored: `valid` or `revoked`. Ask `status(on:)` for what holds on a day.
  package var status: Status
  package var kindZh: String
  package var kindEn: String
  /// The signed record, a COSE_Sign1.
  package var cose: [UInt8]
  /// RFC 3339, UTC.
  package var issuedAt: String
  /// Last day of validity, ISO 8601; nil for ever.
  package var expiresOn: String?
  package var revokedAt: String?
  package var revocationReason: RevocationReason?
  /// True while the seal belongs to the authority that the program made for itself.
  package var testAuthority: Bool

  package init(
    locator: String, status: Status = .valid, kindZh: String, kindEn: String, cose: [UInt8],
    issuedAt: String, expiresOn: String?, revokedAt: String? = nil,
    revocationReason: RevocationReason? = nil, testAuthority: Bool
  ) {
    self.locator = locator
    self.status = status
    self.kindZh = kindZh
    self.kindEn = kindEn
    self.cose = cose
    self.issuedAt = issuedAt
    self.expiresOn = expiresOn
    self.revokedAt = revokedAt
    self.revocationReason = revocationReason
    self.testAuthority = testAuthority
  }

  /// Revoked stays revoked; a valid result is expired after its last day.
  package func status(on day: CalendarDay) -> Status {
    guard status == .valid, let last = expiresOn.flatMap(CalendarDay.init) else { return status }
    return day > last ? .expired : .valid
  }

  enum CodingKeys: String, CodingKey {
    case locator, status
    case kindZh = "kind_zh"
    case kindEn = "kind_en"
    case cose
    case issuedAt = "issued_at"
    case expiresOn = "expires_on"
    case revokedAt = "revoked_at"
    case revocationReason = "revocation_reason"
    case testAuthority = "test_authority"
  }
}
