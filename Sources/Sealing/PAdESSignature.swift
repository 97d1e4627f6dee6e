import Crypto
import PortableDocument
import SwiftASN1

/// The CMS SignedData of our seals (RFC 5652; ETSI EN 319 142-1 B-B): one signer, ECDSA P-256 with SHA-256, and as
/// signed attributes exactly contentType, messageDigest and signingCertificateV2 for the whole chain. With a time stamp,
/// which is then the only unsigned attribute, it is B-T.
///
/// The same parts always give the same bytes, so a verifier takes the parts, encodes them again and compares.
package struct PAdESSignature: Sendable, Equatable {
  /// DER; the sealing certificate first.
  package var certificates: [[UInt8]]
  /// SHA-256 of the signed byte ranges.
  package var messageDigest: [UInt8]
  /// DER `ECDSA-Sig-Value` over `signedAttributes`, the smaller of its two forms.
  package var signature: [UInt8]
  /// DER of the time stamp of the signature (RFC 3161, appendix A); nil for B-B.
  package var timestamp: [UInt8]?
  /// Whether signingCertificateV2 says issuer and serial number of each certificate, whose hash says it all. Version 0.5 and
  /// those before it did so; EN 319 122-1, 5.2.2.3, makes it optional, and the file is smaller without.
  package var namesIssuers = false

  package init(
    certificates: [[UInt8]], messageDigest: [UInt8], signature: [UInt8], timestamp: [UInt8]? = nil
  ) {
    self.certificates = certificates
    self.messageDigest = messageDigest
    self.signature = signature
    self.timestamp = timestamp
  }

  /// What is signed: the attributes as a SET OF (RFC 5652, 5.4).
  package func signedAttributes() throws -> [UInt8] { try attributes(.set) }

  package func encoded() throws -> [UInt8] {
    guard let sealing = certificates.first else { throw PDFDefect("no certificate", at: 0) }
    let signer = try CertificateName(of: sealing)
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { content in
      try content.serialize(OID.signedData)
      try content.appendConstructedNode(identifier: .context(0)) { explicit in
        try explicit.appendConstructedNode(identifier: .sequence) { signedData in
          try signedData.serialize(1)
          try signedData.appendConstructedNode(identifier: .set) { try Self.sha256(&$0) }
          try signedData.appendConstructedNode(identifier: .sequence) { try $0.serialize(OID.data) }
          signedData.appendConstructedNode(identifier: .context(0)) { list in
            for certificate in certificates { list.serializeRawBytes(certificate) }
          }
          try signedData.appendConstructedNode(identifier: .set) { try signerInfo(signer, &$0) }
        }
      }
    }
    return der.serializedBytes
  }

  private func signerInfo(_ signer: CertificateName, _ der: inout DER.Serializer) throws {
    try der.appendConstructedNode(identifier: .sequence) { info in
      try info.serialize(1)
      info.appendConstructedNode(identifier: .sequence) { name in
        name.serializeRawBytes(signer.issuer)
        name.serializeRawBytes(signer.serialNumber)
      }
      try Self.sha256(&info)
      info.serializeRawBytes(try attributes(.context(0)))
      try info.appendConstructedNode(identifier: .sequence) {
        try $0.serialize(OID.ecdsaWithSHA256)
      }
      try info.serialize(ASN1OctetString(contentBytes: signature[...]))
      if let timestamp {
        let attribute = Attribute(type: OID.timestampToken) { $0.serializeRawBytes(timestamp) }
        try info.appendConstructedNode(identifier: .context(1)) { try $0.serialize(attribute) }
      }
    }
  }

  private func attributes(_ identifier: ASN1Identifier) throws -> [UInt8] {
    var der = DER.Serializer()
    try der.serializeSetOf(
      [
        Attribute(type: OID.contentType) { try $0.serialize(OID.data) },
        Attribute(type: OID.messageDigest) {
          try $0.serialize(ASN1OctetString(contentBytes: messageDigest[...]))
        },
        Attribute(type: OID.signingCertificateV2, writeValue: signingCertificates),
      ], identifier: identifier)
    return der.serializedBytes
  }

  /// ESS SigningCertificateV2 (RFC 5035): every certificate by SHA-256, so that none can be exchanged.
  private func signingCertificates(_ der: inout DER.Serializer) throws {
    try der.appendConstructedNode(identifier: .sequence) { signing in
      try signing.appendConstructedNode(identifier: .sequence) { list in
        for certificate in certificates { try essID(of: certificate, &list) }
      }
    }
  }

  private func essID(of certificate: [UInt8], _ der: inout DER.Serializer) throws {
    let name = try CertificateName(of: certificate)
    try der.appendConstructedNode(identifier: .sequence) { id in
      try id.serialize(ASN1OctetString(contentBytes: Array(SHA256.hash(data: certificate))[...]))
      guard namesIssuers else { return }
      id.appendConstructedNode(identifier: .sequence) { issuerSerial in
        issuerSerial.appendConstructedNode(identifier: .sequence) { names in
          names.appendConstructedNode(identifier: .context(4)) { $0.serializeRawBytes(name.issuer) }
        }
        issuerSerial.serializeRawBytes(name.serialNumber)
      }
    }
  }

  private static func sha256(_ der: inout DER.Serializer) throws {
    try der.appendConstructedNode(identifier: .sequence) { try $0.serialize(OID.sha256) }
  }
}

/// One attribute with one value (RFC 5652, 5.3).
private struct Attribute: DERSerializable {
  var type: ASN1ObjectIdentifier
  var writeValue: (inout DER.Serializer) throws -> Void

  func serialize(into coder: inout DER.Serializer) throws {
    try coder.appendConstructedNode(identifier: .sequence) { attribute in
      try attribute.serialize(type)
      try attribute.appendConstructedNode(identifier: .set, writeValue)
    }
  }
}

extension ASN1Identifier {
  static func context(_ number: UInt) -> ASN1Identifier {
    ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
  }
}
