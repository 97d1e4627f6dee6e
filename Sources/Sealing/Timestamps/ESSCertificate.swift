import Crypto
import SwiftASN1

/// The signed attribute that names the signing certificate by its digest, so that no other can be put in its place:
/// signing-certificate (RFC 2634, 5.4; SHA-1, as RFC 3161 asks for it) and signing-certificate-v2 (RFC 5035).
enum ESSCertificate {
  private static let first: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 16, 2, 12]

  /// Whether each of the two attributes that is there names this certificate.
  static func fits(
    _ attributes: CMSAttributes, certificate: [UInt8], required: Bool
  ) throws -> Bool {
    let old = try attributes.value(first)
    let new = try attributes.value(OID.signingCertificateV2)
    if let old, try !names(certificate, old, isSecondVersion: false) { return false }
    if let new, try !names(certificate, new, isSecondVersion: true) { return false }
    return old != nil || new != nil || !required
  }

  /// Of the certificates that the attribute lists, the first is the signer's.
  private static func names(
    _ certificate: [UInt8], _ value: ASN1Node, isSecondVersion: Bool
  ) throws -> Bool {
    var signing = try DERParts(value)
    var list = try DERParts(signing.next())
    var id = try DERParts(list.next())
    var digest: CMSDigest? = .sha256
    if isSecondVersion, let algorithm = id.next(if: .sequence) {
      digest = CMSDigest(try DERParts.algorithm(algorithm))
    }
    let hash = Array(try ASN1OctetString(derEncoded: id.next()).bytes)
    if let issuerSerial = id.next(if: .sequence), try !names(certificate, issuerSerial) {
      return false
    }
    try id.end()
    guard isSecondVersion else { return hash == Array(Insecure.SHA1.hash(data: certificate)) }
    return digest.map { hash == $0.digest(of: [certificate[...]]) } ?? false
  }

  /// IssuerSerial: the issuer as the only directoryName, the serial number.
  private static func names(_ certificate: [UInt8], _ issuerSerial: ASN1Node) throws -> Bool {
    var parts = try DERParts(issuerSerial)
    let directoryName = try DERParts.only(in: parts.next(), .sequence)
    let issuer = try DERParts.only(in: directoryName, .context(4))
    let serial = try parts.next()
    try parts.end()
    return try CertificateName(of: certificate)
      == CertificateName(
        issuer: Array(issuer.encodedBytes), serialNumber: Array(serial.encodedBytes))
  }
}
