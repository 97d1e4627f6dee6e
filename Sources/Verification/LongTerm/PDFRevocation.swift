import Foundation
import Sealing
import X509

/// Whether the certificates of a seal were revoked, by what the file itself holds.
enum PDFRevocation: Equatable {
  /// It says nothing, or not of all of them, or of another time.
  case unknown
  /// At this time none was.
  case none(asOf: Date)
  case revoked(Date)

  /// - Parameter date: when the file was sealed.
  init(of chain: [Certificate], _ evidence: PDFEvidence, sealedAt date: Date) {
    let issued = chain.filter { $0.subject != $0.issuer }
    let statements = issued.map(evidence.statements)
    let revoked = statements.flatMap { $0 }.compactMap(\.revokedAt)
    if let first = revoked.min() {
      self = .revoked(first)
      return
    }
    let latest = statements.map { of in of.filter { $0.holds(at: date) }.map(\.asOf).max() }
    guard !latest.isEmpty, !latest.contains(nil), let oldest = latest.compactMap(\.self).min()
    else {
      self = .unknown
      return
    }
    self = .none(asOf: oldest)
  }
}
