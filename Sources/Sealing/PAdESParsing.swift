import PortableDocument
import SwiftASN1

extension PAdESSignature {
  /// Takes the parts out of a CMS. Only their places are looked at: encoding them again and comparing tells whether
  /// everything around them is as it must be.
  package init(parsing cms: [UInt8]) throws {
    let signedData = try Children(Children(Children(DER.parse(cms))[1])[0])
    // version, digestAlgorithms, encapContentInfo, certificates, signerInfos
    let signerInfo = try Children(Children(signedData[4])[0])
    // version, sid, digestAlgorithm, signedAttrs, signatureAlgorithm, signature, unsignedAttrs
    let attributes = try Children(signerInfo[3])
    let digest = try attributes.nodes.compactMap { try Self.messageDigest(in: $0) }
    guard digest.count == 1 else { throw PDFDefect("messageDigest", at: 0) }
    self.init(
      certificates: try Children(signedData[3]).nodes.map { Array($0.encodedBytes) },
      messageDigest: digest[0],
      signature: Array(try ASN1OctetString(derEncoded: signerInfo[5]).bytes),
      timestamp: try signerInfo.nodes.count > 6 ? Self.timestamp(in: signerInfo[6]) : nil)
    namesIssuers = try attributes.nodes.contains { try Self.namesIssuers($0) }
  }

  /// Whether the attribute is signingCertificateV2 and says more of its first certificate than the hash.
  private static func namesIssuers(_ attribute: ASN1Node) throws -> Bool {
    let parts = try Children(attribute)
    guard try ASN1ObjectIdentifier(derEncoded: parts[0]) == OID.signingCertificateV2 else {
      return false
    }
    let list = try Children(Children(Children(parts[1])[0])[0])
    return try Children(list[0]).nodes.count > 1
  }

  /// The first value of the first attribute; that there is no other shows when it is encoded again.
  private static func timestamp(in attributes: ASN1Node) throws -> [UInt8] {
    try Array(Children(Children(Children(attributes)[0])[1])[0].encodedBytes)
  }

  private static func messageDigest(in attribute: ASN1Node) throws -> [UInt8]? {
    let parts = try Children(attribute)
    guard try ASN1ObjectIdentifier(derEncoded: parts[0]) == OID.messageDigest else { return nil }
    return Array(try ASN1OctetString(derEncoded: Children(parts[1])[0]).bytes)
  }
}

/// The nodes inside a constructed node.
private struct Children {
  let nodes: [ASN1Node]

  init(_ node: ASN1Node) throws {
    guard case .constructed(let content) = node.content else {
      throw PDFDefect("not constructed", at: 0)
    }
    nodes = Array(content)
  }

  subscript(index: Int) -> ASN1Node {
    get throws {
      guard nodes.indices.contains(index) else { throw PDFDefect("too few elements", at: 0) }
      return nodes[index]
    }
  }
}
