import Cases
import Foundation
import SwiftASN1
import X509

/// What is to stand in a certificate with an SM2 key. swift-certificates does not know SM2, so that what is signed is encoded
/// here (RFC 5280, 4.1; GB/T 20518-2018) with its types for names and extensions.
struct SM2CertificateRequest {
  var subject: DistinguishedName
  /// DER SubjectPublicKeyInfo.
  var publicKeyInfo: [UInt8]
  var from: Date
  var until: Date
  var authority: Bool

  /// DER of the certificate.
  func issued(by issuer: DistinguishedName, _ key: SM2SealKey, _ keyInfo: [UInt8]) throws -> [UInt8]
  {
    let body = try body(issuer: issuer, issuerKeyInfo: keyInfo)
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { certificate in
      certificate.serializeRawBytes(body)
      try Self.algorithm(&certificate)
      try certificate.serialize(ASN1BitString(bytes: try key.sign(body)[...]))
    }
    return der.serializedBytes
  }

  private func body(issuer: DistinguishedName, issuerKeyInfo: [UInt8]) throws -> [UInt8] {
    var der = DER.Serializer()
    try der.appendConstructedNode(identifier: .sequence) { body in
      try body.appendConstructedNode(identifier: .context(0)) { try $0.serialize(2) }
      try body.serialize(Self.serialNumber()[...])
      try Self.algorithm(&body)
      try body.serialize(issuer)
      try body.appendConstructedNode(identifier: .sequence) { validity in
        try Self.time(from, &validity)
        try Self.time(until, &validity)
      }
      try body.serialize(subject)
      body.serializeRawBytes(publicKeyInfo)
      try body.appendConstructedNode(identifier: .context(3)) { explicit in
        try explicit.appendConstructedNode(identifier: .sequence) { list in
          for each in try extensions(issuerKeyInfo: issuerKeyInfo) { try Self.write(each, &list) }
        }
      }
    }
    return der.serializedBytes
  }

  private func extensions(issuerKeyInfo: [UInt8]) throws -> Certificate.Extensions {
    let (own, above) = (try Self.keyID(publicKeyInfo), try Self.keyID(issuerKeyInfo))
    return try Certificate.Extensions {
      Critical(
        authority
          ? BasicConstraints.isCertificateAuthority(maxPathLength: 0) : .notCertificateAuthority)
      Critical(
        authority
          ? KeyUsage(keyCertSign: true, cRLSign: true)
          : KeyUsage(digitalSignature: true, nonRepudiation: true))
      SubjectKeyIdentifier(keyIdentifier: own[...])
      AuthorityKeyIdentifier(keyIdentifier: above[...])
    }
  }

  private static func write(_ each: Certificate.Extension, _ der: inout DER.Serializer) throws {
    try der.appendConstructedNode(identifier: .sequence) { node in
      try node.serialize(each.oid)
      if each.critical { try node.serialize(true) }
      try node.serialize(ASN1OctetString(contentBytes: each.value))
    }
  }

  private static func algorithm(_ der: inout DER.Serializer) throws {
    try der.appendConstructedNode(identifier: .sequence) { try $0.serialize(SM2.withSM3) }
  }

  /// UTCTime until 2049 (RFC 5280, 4.1.2.5).
  private static func time(_ date: Date, _ der: inout DER.Serializer) throws {
    let time = try SESTime.generalized(date)
    guard time.year < 2050 else { return try der.serialize(time) }
    try der.serialize(
      UTCTime(
        year: time.year, month: time.month, day: time.day, hours: time.hours,
        minutes: time.minutes, seconds: time.seconds))
  }

  private static func keyID(_ publicKeyInfo: [UInt8]) throws(Problem) -> [UInt8] {
    Array(try SM3.hash(publicKeyInfo[...]).prefix(20))
  }

  /// 126 random bits, positive.
  private static func serialNumber() -> [UInt8] {
    var bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    bytes[0] = bytes[0] & 0x3F | 0x40
    return bytes
  }
}
