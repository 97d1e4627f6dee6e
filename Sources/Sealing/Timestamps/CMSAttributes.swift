import SwiftASN1

/// Attributes of a signer (RFC 5652, 5.3), each with its values as they stand.
struct CMSAttributes {
  private var values: [(type: ASN1ObjectIdentifier, nodes: [ASN1Node])] = []

  init(_ node: ASN1Node, _ identifier: ASN1Identifier) throws {
    for attribute in try DERParts(node, identifier).rest {
      var parts = try DERParts(attribute)
      let type = try ASN1ObjectIdentifier(derEncoded: parts.next())
      values.append((type, try DERParts(parts.next(), .set).rest))
      try parts.end()
    }
  }

  /// The one value of an attribute that may be there once; nil where it is not.
  func value(_ type: ASN1ObjectIdentifier) throws -> ASN1Node? {
    let found = values.filter { $0.type == type }
    guard let first = found.first else { return nil }
    guard found.count == 1, first.nodes.count == 1 else { throw DERDefect("attribute \(type)") }
    return first.nodes[0]
  }
}
