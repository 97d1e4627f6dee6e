package import Foundation

/// What is on file about one seal: whose it is, how it looks, when and by whom it may be used (GB/T 38540, clause 6).
package struct SealRecord: Sendable, Equatable, Codable {
  /// The organ whose seal this is; the text on the arc.
  package var organ: String
  /// `审批专用章`.
  package var kind: String
  /// 13 digits, printed along the lower edge (GA 241.1).
  package var code: String
  package var validFrom: Date
  package var validUntil: Date
  /// SHA-256, lower-case hexadecimal, of the certificates (DER) that may use the seal, the present one last.
  package var certificates: [String]
  package var picture: SealPicture
  /// True for the seal that the program made for itself.
  package var test: Bool
  /// Since when the seal is no longer used. What was sealed before stays in force, unless the seal is `compromised`.
  package var retiredAt: Date?
  /// Whether somebody else may have used the key: nothing that it sealed is relied on, whenever that was.
  package var compromised: Bool

  package init(
    organ: String, kind: String, code: String, validFrom: Date, validUntil: Date,
    certificates: [String], picture: SealPicture, test: Bool, retiredAt: Date? = nil,
    compromised: Bool = false
  ) {
    self.organ = organ
    self.kind = kind
    self.code = code
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.certificates = certificates
    self.picture = picture
    self.test = test
    self.retiredAt = retiredAt
    self.compromised = compromised
  }

  enum CodingKeys: String, CodingKey {
    case organ, kind, code
    case validFrom = "valid_from"
    case validUntil = "valid_until"
    case certificates, picture, test
    case retiredAt = "retired_at"
    case compromised
  }
}

extension SealRecord {
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let validUntil = try values.decode(Date.self, forKey: .validUntil)
    let retiredAt = try values.decodeIfPresent(Date.self, forKey: .retiredAt)
    self.init(
      organ: try values.decode(String.self, forKey: .organ),
      kind: try values.decode(String.self, forKey: .kind),
      code: try values.decode(String.self, forKey: .code),
      validFrom: try values.decode(Date.self, forKey: .validFrom), validUntil: validUntil,
      certificates: try values.decode([String].self, forKey: .certificates),
      picture: try values.decode(SealPicture.self, forKey: .picture),
      test: try values.decode(Bool.self, forKey: .test), retiredAt: retiredAt,
      // Until version 0.4 a compromised seal was known by its validity, which ends when it was retired.
      compromised: try values.decodeIfPresent(Bool.self, forKey: .compromised)
        ?? (retiredAt == validUntil))
  }
}
