package import Foundation
import SwiftASN1
package import X509

/// Why a time stamp is not believed.
package struct TimestampDefect: Error, Sendable, Equatable {
  package var what: String

  init(_ what: String) { self.what = what }
}

/// A time stamp (RFC 3161, 2.4.2), found to be whole: signed, within its validity, by a certificate that is for nothing
/// but time stamps. Whether its authority is one to believe is not said here.
package struct TimestampToken: Sendable {
  package let der: [UInt8]
  package let time: Date
  /// The authority's certificate, then the others of its token, each the issuer of one before it.
  package let certificates: [Certificate]
  let info: TimestampInfo

  package init(_ der: [UInt8]) throws(TimestampDefect) {
    let signed: CMSSignedData
    let signer: Certificate
    do {
      signed = try CMSSignedData(der)
      guard signed.contentType == OID.timestampInfo, let content = signed.content,
        signed.version == 3, !signed.hasExtras
      else { throw CMSDefect.malformed("not a time stamp and nothing else") }
      signer = try signed.signingCertificate(over: content[...], requiringESS: true)
      guard let info = try? TimestampInfo(content) else { throw CMSDefect.malformed("TSTInfo") }
      self.info = info
    } catch { throw TimestampDefect("\(error)") }
    self.der = der
    time = info.time
    certificates = try Self.path(from: signer, among: signed.certificates)
    try Self.requireTimestamping(signer)
    guard signer.notValidBefore <= time, time <= signer.notValidAfter else {
      throw TimestampDefect("made outside the validity of its certificate")
    }
    guard info.authority == nil || info.authority == Self.subject(of: signer) else {
      throw TimestampDefect("names another authority")
    }
  }

  /// Whether this is what was stamped.
  package func covers(sha256: [UInt8]) -> Bool { info.imprint == sha256 }

  /// The certificates in order; each further one must have issued one before it, and be issued by
  /// one: a certificate that nothing here covers could be changed.
  private static func path(
    from signer: Certificate, among encoded: [[UInt8]]
  ) throws(TimestampDefect) -> [Certificate] {
    guard encoded.count <= 6 else { throw TimestampDefect("too many certificates") }
    var left = encoded.compactMap(Certificate.init(exactly:))
    guard left.count == encoded.count, let own = left.firstIndex(of: signer) else {
      throw TimestampDefect("certificate")
    }
    left.remove(at: own)
    var path = [signer]
    while let next = left.firstIndex(where: { one in path.contains { one.issued($0) } }) {
      path.append(left.remove(at: next))
    }
    // The signer's is bound by its digest. Of the others each must be signed by one that is here, up to the root.
    let isClosed = path.dropFirst().allSatisfy { one in path.contains { $0.issued(one) } }
    guard left.isEmpty, isClosed else { throw TimestampDefect("chain of certificates") }
    return path
  }

  /// Time stamping alone, critical (RFC 3161, 2.3), and no authority for certificates.
  private static func requireTimestamping(_ certificate: Certificate) throws(TimestampDefect) {
    let extensions = certificate.extensions
    guard let usage = try? extensions.extendedKeyUsage, Array(usage) == [.timeStamping],
      extensions[oid: .X509ExtensionID.extendedKeyUsage]?.critical == true,
      (try? extensions.basicConstraints) ?? .notCertificateAuthority == .notCertificateAuthority
    else { throw TimestampDefect("certificate that is not for time stamps alone") }
    guard let keyUsage = try? extensions.keyUsage else { return }
    guard keyUsage.digitalSignature || keyUsage.nonRepudiation else {
      throw TimestampDefect("certificate that may not sign")
    }
  }

  private static func subject(of certificate: Certificate) -> [UInt8]? {
    var der = DER.Serializer()
    guard (try? der.serialize(certificate.subject)) != nil else { return nil }
    return der.serializedBytes
  }
}

extension Certificate {
  /// Whether this certificate's key signed the other one.
  package func issued(_ other: Certificate) -> Bool {
    other.issuer == subject && publicKey.isValidSignature(other.signature, for: other)
  }
}
