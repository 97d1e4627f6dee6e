import SwiftASN1

/// SES_CertList (GB/T 38540-2020, 6.1.2 c): the certificates that may use a seal, whole or by their SM3.
package enum SESCertificateList: Sendable, Equatable {
  case certificates([[UInt8]])
  case digests([[UInt8]])

  /// `certListType`.
  var type: Int {
    switch self {
    case .certificates: 1
    case .digests: 2
    }
  }

  package func allows(_ certificate: [UInt8]) -> Bool {
    switch self {
    case .certificates(let list): list.contains(certificate)
    case .digests(let list): (try? SM3.hash(certificate[...])).map(list.contains) ?? false
    }
  }

  init(type: Int, _ node: ASN1Node) throws {
    switch type {
    case 1:
      self = .certificates(
        try DER.sequence(of: ASN1OctetString.self, identifier: .sequence, rootNode: node)
          .map { Array($0.bytes) })
    case 2:
      self = .digests(
        try DER.sequence(of: Digest.self, identifier: .sequence, rootNode: node).map(\.value))
    default: throw SESDefect("certListType")
    }
  }

  func serialize(into coder: inout DER.Serializer) throws {
    try coder.appendConstructedNode(identifier: .sequence) { list in
      switch self {
      case .certificates(let certificates):
        for certificate in certificates {
          try list.serialize(ASN1OctetString(contentBytes: certificate[...]))
        }
      case .digests(let digests):
        for digest in digests { try list.serialize(Digest(value: digest)) }
      }
    }
  }

  /// CertDigestObj.
  private struct Digest: DERImplicitlyTaggable {
    static var defaultIdentifier: ASN1Identifier { .sequence }
    static let type = "SM3"

    var value: [UInt8]

    init(value: [UInt8]) { self.value = value }

    init(derEncoded node: ASN1Node, withIdentifier identifier: ASN1Identifier) throws {
      value = try DER.sequence(node, identifier: identifier) { nodes in
        guard String(try ASN1PrintableString(derEncoded: &nodes)) == Self.type else {
          throw SESDefect("certificate digest")
        }
        return Array(try ASN1OctetString(derEncoded: &nodes).bytes)
      }
      guard value.count == 32 else { throw SESDefect("certificate digest") }
    }

    func serialize(
      into coder: inout DER.Serializer, withIdentifier identifier: ASN1Identifier
    ) throws {
      try coder.appendConstructedNode(identifier: identifier) { digest in
        try digest.serialize(ASN1PrintableString(Self.type))
        try digest.serialize(ASN1OctetString(contentBytes: value[...]))
      }
    }
  }
}
