package import Foundation
package import X509

/// What its authority says of one certificate.
package struct RevocationStatement: Sendable, Equatable {
  /// When it was so.
  package var asOf: Date
  /// When the authority was to say more; nil where it promised nothing.
  package var nextUpdate: Date?
  /// nil where the certificate was not revoked.
  package var revokedAt: Date?

  /// Whether it still holds at a time: it was made later, or the next was not yet due.
  package func holds(at date: Date) -> Bool {
    asOf >= date || (nextUpdate.map { date <= $0 } ?? false)
  }
}

/// A certificate authority's own words on what it has revoked, in one of two forms.
package protocol RevocationEvidence: Sendable {
  var der: [UInt8] { get }
  /// What it says of the certificate, if it is about it and signed by its issuer or on the issuer's behalf.
  func statement(on certificate: Certificate, issuedBy issuer: Certificate) -> RevocationStatement?
}
