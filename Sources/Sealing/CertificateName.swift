import PortableDocument
import SwiftASN1

/// What names a certificate in CMS: its issuer and serial number, both as they stand in it (RFC 5280, 4.1).
package struct CertificateName: Sendable, Equatable {
  /// DER of the issuer's Name.
  package var issuer: [UInt8]
  /// DER of the INTEGER.
  package var serialNumber: [UInt8]

  init(issuer: [UInt8], serialNumber: [UInt8]) {
    self.issuer = issuer
    self.serialNumber = serialNumber
  }

  package init(of certificate: [UInt8]) throws {
    let root = try DER.parse(certificate)
    guard case .constructed(let parts) = root.content, let body = parts.first(where: { _ in true }),
      case .constructed(let fields) = body.content
    else { throw PDFDefect("certificate is no SEQUENCE", at: 0) }
    // version [0], serialNumber, signature, issuer; the version is left out in old certificates.
    let fieldsAfterVersion = fields.filter { $0.identifier != .context(0) }
    guard fieldsAfterVersion.count > 2 else { throw PDFDefect("certificate is too short", at: 0) }
    serialNumber = Array(fieldsAfterVersion[0].encodedBytes)
    issuer = Array(fieldsAfterVersion[2].encodedBytes)
  }
}
