import SwiftASN1

/// Why bytes are not the structure that they should be.
struct DERDefect: Error {
  var what: String

  init(_ what: String) { self.what = what }
}

/// The elements inside a constructed element, taken one after the other. What is left over is a defect, so that nothing
/// can be hidden behind what is read.
struct DERParts {
  private var nodes: ArraySlice<ASN1Node>

  init(_ node: ASN1Node, _ identifier: ASN1Identifier = .sequence) throws {
    guard node.identifier == identifier, case .constructed(let content) = node.content else {
      throw DERDefect("another element than expected")
    }
    nodes = Array(content)[...]
  }

  /// The one element that these bytes are, which must be DER.
  static func root(of bytes: [UInt8]) throws -> ASN1Node {
    let root = try DER.parse(bytes)
    var copy = DER.Serializer()
    copy.serialize(root)
    guard copy.serializedBytes == bytes else { throw DERDefect("not DER") }
    return root
  }

  var isEmpty: Bool { nodes.isEmpty }
  var rest: [ASN1Node] { Array(nodes) }

  mutating func next() throws -> ASN1Node {
    guard let node = nodes.popFirst() else { throw DERDefect("too few elements") }
    return node
  }

  /// The next element, if it has this tag.
  mutating func next(if identifier: ASN1Identifier) -> ASN1Node? {
    guard nodes.first?.identifier == identifier else { return nil }
    return nodes.popFirst()
  }

  func end() throws {
    guard nodes.isEmpty else { throw DERDefect("too many elements") }
  }

  /// Of extensions: a critical one says something that must be understood, and none is understood here.
  func requireNoneCritical() throws {
    for one in rest where try DERParts(one).rest.count != 2 {
      throw DERDefect("critical extension")
    }
  }

  /// The only element inside `node`.
  static func only(in node: ASN1Node, _ identifier: ASN1Identifier) throws -> ASN1Node {
    var parts = try DERParts(node, identifier)
    let first = try parts.next()
    try parts.end()
    return first
  }

  /// The object identifier of an AlgorithmIdentifier whose parameters are absent or NULL (RFC 5754, 2).
  static func algorithm(_ node: ASN1Node) throws -> ASN1ObjectIdentifier {
    var parts = try DERParts(node)
    let identifier = try ASN1ObjectIdentifier(derEncoded: parts.next())
    if !parts.isEmpty { _ = try ASN1Null(derEncoded: parts.next()) }
    try parts.end()
    return identifier
  }
}
