import Cases
import Crypto
import Foundation
import SwiftASN1
import X509

/// The SignedData of any software (RFC 5652): DER, one signer with signed attributes, algorithms that are still safe.
struct PDFGeneralCMS {
  private let certificates: [Certificate]
  private let digestAlgorithm: ASN1ObjectIdentifier
  private let signatureAlgorithm: ASN1ObjectIdentifier
  private let signature: [UInt8]
  private let messageDigest: [UInt8]
  /// The attributes as they were signed, a SET OF.
  private let signedAttributes: [UInt8]
  /// DER of issuer and serial number.
  private let signerName: [[UInt8]]

  init(_ cms: [UInt8]) throws(PDFRefusal) {
    do {
      let root = try DER.parse(cms)
      var copy = DER.Serializer()
      copy.serialize(root)
      guard copy.serializedBytes == cms else {
        throw ASN1Error.invalidASN1Object(reason: "not DER")
      }
      let signedData = try Self.children(Self.children(Self.children(root, 1), 0))
      let content = signedData.dropFirst(3)
      certificates = try content.filter { $0.identifier == Self.context(0) }
        .flatMap { try Self.children($0) }.compactMap { try? Certificate(derEncoded: $0) }
      let signers = try content.filter { $0.identifier == .set }.flatMap { try Self.children($0) }
      guard signers.count == 1 else { throw ASN1Error.invalidASN1Object(reason: "signers") }
      let info = try Self.children(signers[0])
      guard info.count > 5, info[3].identifier == Self.context(0) else {
        throw ASN1Error.invalidASN1Object(reason: "signed attributes")
      }
      signerName = try Self.children(info[1]).map { Array($0.encodedBytes) }
      digestAlgorithm = try Self.algorithm(info[2])
      signedAttributes = [0x31] + info[3].encodedBytes.dropFirst()
      messageDigest = try Self.messageDigest(in: info[3])
      signatureAlgorithm = try Self.algorithm(info[4])
      signature = Array(try ASN1OctetString(derEncoded: info[5]).bytes)
    } catch { throw .init(.signatureNotCanonical) }
  }

  /// The signer's subject, if digest and signature fit these bytes.
  func subjectAfterChecking(_ parts: ArraySlice<UInt8>...) throws(PDFRefusal) -> String {
    guard let digest = digest(of: parts), let algorithm = x509Algorithm else {
      throw .init(.weakAlgorithm)
    }
    guard digest == messageDigest else { throw .init(.contentAltered) }
    guard let signer = certificates.first(where: isSigner),
      signer.publicKey.isValidSignature(
        signature, for: signedAttributes, signatureAlgorithm: algorithm)
    else { throw .init(.signatureWrong) }
    return PDFSealer.subject(of: signer)
  }

  private func isSigner(_ certificate: Certificate) -> Bool {
    var issuer = DER.Serializer()
    guard (try? issuer.serialize(certificate.issuer)) != nil, signerName.count == 2,
      let serial = try? ArraySlice<UInt8>(derEncoded: signerName[1])
    else { return false }
    return issuer.serializedBytes == signerName[0] && certificate.serialNumber.bytes == serial
  }

  private func digest(of parts: [ArraySlice<UInt8>]) -> [UInt8]? {
    func hash<H: HashFunction>(_: H.Type) -> [UInt8] {
      var hash = H()
      for part in parts { hash.update(data: part) }
      return Array(hash.finalize())
    }
    return switch digestAlgorithm {
    case [2, 16, 840, 1, 101, 3, 4, 2, 1]: hash(SHA256.self)
    case [2, 16, 840, 1, 101, 3, 4, 2, 2]: hash(SHA384.self)
    case [2, 16, 840, 1, 101, 3, 4, 2, 3]: hash(SHA512.self)
    default: nil
    }
  }

  /// RSA PKCS #1 or ECDSA with the digest algorithm (RFC 5754, RFC 5758).
  private var x509Algorithm: Certificate.SignatureAlgorithm? {
    let rsa: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 1, 1]
    let last = digestAlgorithm.description.last
    return switch (signatureAlgorithm, last) {
    case ([1, 2, 840, 10045, 4, 3, 2], "1"): .ecdsaWithSHA256
    case ([1, 2, 840, 10045, 4, 3, 3], "2"): .ecdsaWithSHA384
    case ([1, 2, 840, 10045, 4, 3, 4], "3"): .ecdsaWithSHA512
    case (rsa, "1"), ([1, 2, 840, 113549, 1, 1, 11], "1"): .sha256WithRSAEncryption
    case (rsa, "2"), ([1, 2, 840, 113549, 1, 1, 12], "2"): .sha384WithRSAEncryption
    case (rsa, "3"), ([1, 2, 840, 113549, 1, 1, 13], "3"): .sha512WithRSAEncryption
    default: nil
    }
  }

  private static func messageDigest(in attributes: ASN1Node) throws -> [UInt8] {
    let type: ASN1ObjectIdentifier = [1, 2, 840, 113549, 1, 9, 4]
    let found = try children(attributes).compactMap { attribute -> [UInt8]? in
      guard try ASN1ObjectIdentifier(derEncoded: children(attribute, 0)) == type else { return nil }
      return Array(try ASN1OctetString(derEncoded: children(children(attribute, 1), 0)).bytes)
    }
    guard found.count == 1 else { throw ASN1Error.invalidASN1Object(reason: "messageDigest") }
    return found[0]
  }

  private static func algorithm(_ node: ASN1Node) throws -> ASN1ObjectIdentifier {
    try ASN1ObjectIdentifier(derEncoded: children(node, 0))
  }

  private static func context(_ number: UInt) -> ASN1Identifier {
    ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
  }

  private static func children(_ node: ASN1Node) throws -> [ASN1Node] {
    guard case .constructed(let content) = node.content else {
      throw ASN1Error.invalidASN1Object(reason: "not constructed")
    }
    return Array(content)
  }

  private static func children(_ node: ASN1Node, _ index: Int) throws -> ASN1Node {
    let nodes = try children(node)
    guard nodes.indices.contains(index) else {
      throw ASN1Error.invalidASN1Object(reason: "too few elements")
    }
    return nodes[index]
  }
}
