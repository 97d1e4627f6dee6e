package import Cases
import Crypto
package import Foundation
import SwiftASN1

extension SealAuthority {
  /// The revocation list of the test authority in `folder`, signed now and good for a month. It lists `revoked` (DER of
  /// certificates) from now on; the authority keeps no record of its own.
  /// - Throws: `bad_seal_authority`, `bad_seal_key`, `sealing_failed`.
  package static func revocationList(
    folder: URL, passphrase: String? = nil, revoked: [[UInt8]] = [], now: Date = Date()
  ) throws(Problem) -> [UInt8] {
    let files = AuthorityFolder(url: folder)
    let secret = try Self.passphrase(passphrase, in: files)
    let key = try FileSealKey(pem: files.read(.authorityKey), passphrase: secret)
    let pem = try String(decoding: files.read(.authorityCertificate), as: UTF8.self)
    guard let der = try? PEMDocument(pemString: pem).derBytes else { throw .badAuthority("PEM") }
    let making = TestRevocationList(authority: der, revoked: revoked, now: now)
    do {
      let body = try making.body()
      return try making.list(body, signature: key.sign(body))
    } catch let problem as Problem { throw problem } catch {
      throw .sealingFailed(String(describing: error))
    }
  }
}

/// A revocation list (RFC 5280, 5.1), signed with ECDSA.
private struct TestRevocationList {
  let authority: [UInt8]
  let revoked: [[UInt8]]
  let now: Date

  /// TBSCertList.
  func body() throws -> [UInt8] {
    // It signed its own certificate, so that its issuer is itself.
    let issuer = try CertificateName(of: authority).issuer
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { list in
      try list.serialize(1)
      try Self.algorithm(&list)
      list.serializeRawBytes(issuer)
      try list.serialize(Self.time(now))
      try list.serialize(Self.time(now.addingTimeInterval(30 * 86400)))
      if !revoked.isEmpty {
        try list.appendConstructedNode(identifier: .sequence) { try entries(&$0) }
      }
      try list.appendConstructedNode(identifier: .context(0)) { explicit in
        try explicit.appendConstructedNode(identifier: .sequence) { try number(&$0) }
      }
    }
    return der.serializedBytes
  }

  private func entries(_ list: inout DER.Serializer) throws {
    for certificate in revoked {
      let serialNumber = try CertificateName(of: certificate).serialNumber
      try list.appendConstructedNode(identifier: .sequence) { entry in
        entry.serializeRawBytes(serialNumber)
        try entry.serialize(Self.time(now))
      }
    }
  }

  func list(_ body: [UInt8], signature: [UInt8]) throws -> [UInt8] {
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { list in
      list.serializeRawBytes(body)
      try Self.algorithm(&list)
      try list.serialize(ASN1BitString(bytes: signature[...]))
    }
    return der.serializedBytes
  }

  /// cRLNumber (5.2.3), which must grow: the time does.
  private func number(_ extensions: inout DER.Serializer) throws {
    var value = DER.Serializer()
    try value.serialize(Int(now.timeIntervalSince1970))
    try extensions.appendConstructedNode(identifier: .sequence) { one in
      let type: ASN1ObjectIdentifier = [2, 5, 29, 20]
      try one.serialize(type)
      try one.serialize(ASN1OctetString(contentBytes: value.serializedBytes[...]))
    }
  }

  private static func algorithm(_ der: inout DER.Serializer) throws {
    try der.appendConstructedNode(identifier: .sequence) { try $0.serialize(OID.ecdsaWithSHA256) }
  }

  private static func time(_ date: Date) throws -> UTCTime {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    return try UTCTime(
      year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0,
      hours: parts.hour ?? 0, minutes: parts.minute ?? 0, seconds: parts.second ?? 0)
  }
}
