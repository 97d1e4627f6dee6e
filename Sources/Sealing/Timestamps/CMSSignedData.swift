import Crypto
package import SwiftASN1
package import X509

/// Why a SignedData is not believed.
package enum CMSDefect: Error, Sendable, Equatable {
  case malformed(String)
  case weakAlgorithm
  /// It was made over other content.
  case otherContent
  case wrongSignature
}

/// The SignedData of any software (RFC 5652): DER, one signer with signed attributes, algorithms that are still safe.
package struct CMSSignedData: Sendable {
  package let version: Int
  package let contentType: ASN1ObjectIdentifier
  /// The attached content.
  package let content: [UInt8]?
  /// DER, in the order of the file.
  package let certificates: [[UInt8]]
  /// Whether there is what no signature covers and nobody needs: revocation lists, certificates of other kinds,
  /// unsigned attributes, further digest algorithms.
  package let hasExtras: Bool
  let signer: CMSSigner

  package init(_ der: [UInt8]) throws(CMSDefect) {
    do { try self.init(parsing: der) } catch let defect as CMSDefect { throw defect } catch {
      throw .malformed((error as? DERDefect)?.what ?? "DER")
    }
  }

  private init(parsing der: [UInt8]) throws {
    var info = try DERParts(DERParts.root(of: der))
    guard try ASN1ObjectIdentifier(derEncoded: info.next()) == OID.signedData else {
      throw DERDefect("no SignedData")
    }
    var data = try DERParts(DERParts.only(in: info.next(), .context(0)))
    try info.end()
    version = try Int(derEncoded: data.next())
    let digests = try DERParts(data.next(), .set).rest.map(DERParts.algorithm)
    var encapsulated = try DERParts(data.next())
    contentType = try ASN1ObjectIdentifier(derEncoded: encapsulated.next())
    content = try encapsulated.next(if: .context(0)).map {
      Array(try ASN1OctetString(derEncoded: DERParts.only(in: $0, .context(0))).bytes)
    }
    try encapsulated.end()
    let found = try data.next(if: .context(0)).map { try DERParts($0, .context(0)).rest } ?? []
    certificates = found.filter { $0.identifier == .sequence }.map { Array($0.encodedBytes) }
    let lists = data.next(if: .context(1))
    signer = try CMSSigner(DERParts.only(in: data.next(), .set))
    try data.end()
    guard digests.contains(signer.digestIdentifier) else { throw DERDefect("digest algorithm") }
    hasExtras =
      lists != nil || certificates.count != found.count || signer.unsignedAttributes != nil
      || digests.count != 1
  }

  /// The certificate whose key signed these bytes and the attributes; the attributes say of what type the content is and
  /// which certificate it was (ESS, RFC 5035), if they say it.
  /// - Throws: `CMSDefect`.
  package func signingCertificate(
    over parts: ArraySlice<UInt8>..., requiringESS: Bool = false
  ) throws(CMSDefect) -> Certificate {
    guard let digest = signer.digest, let algorithm = signer.signatureAlgorithm else {
      throw .weakAlgorithm
    }
    do {
      guard try signer.contentType() == contentType else {
        throw CMSDefect.malformed("contentType")
      }
      guard try signer.messageDigest() == digest.digest(of: parts) else {
        throw CMSDefect.otherContent
      }
      let der = certificates.first { (try? CertificateName(of: $0)) == signer.name }
      guard let der, let certificate = try? Certificate(derEncoded: der),
        try ESSCertificate.fits(signer.signedAttributes, certificate: der, required: requiringESS),
        certificate.publicKey.isValidSignature(
          signer.signature, for: signer.signedBytes, signatureAlgorithm: algorithm)
      else { throw CMSDefect.wrongSignature }
      return certificate
    } catch let defect as CMSDefect { throw defect } catch { throw .malformed("attributes") }
  }
}
