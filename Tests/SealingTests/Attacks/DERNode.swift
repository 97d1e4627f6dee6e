/// A DER element whose parts a forger changes and encodes again.
struct DERNode: Sendable {
  enum Content: Sendable {
    case primitive([UInt8])
    case constructed([DERNode])
  }

  struct Malformed: Error {}

  var tag: UInt8
  var content: Content

  /// A constructed element.
  init(_ tag: UInt8, _ children: [DERNode]) {
    self.tag = tag
    content = .constructed(children)
  }

  /// A primitive element.
  init(_ tag: UInt8, bytes: [UInt8]) {
    self.tag = tag
    content = .primitive(bytes)
  }

  /// The one element that these bytes are. Lengths of up to two octets.
  init(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    self = try Self.take(from: &rest)
    guard rest.isEmpty else { throw Malformed() }
  }

  var encoded: [UInt8] {
    let inside: [UInt8] =
      switch content {
      case .primitive(let bytes): bytes
      case .constructed(let children): children.flatMap(\.encoded)
      }
    return [tag] + Self.length(inside.count) + inside
  }

  var children: [DERNode] {
    get { if case .constructed(let children) = content { children } else { [] } }
    set { content = .constructed(newValue) }
  }

  var bytes: [UInt8] {
    get { if case .primitive(let bytes) = content { bytes } else { [] } }
    set { content = .primitive(newValue) }
  }

  /// The element that is reached by these indices.
  subscript(path: Int...) -> DERNode {
    get { path.reduce(self) { $0.children[$1] } }
    set { replace(path[...], with: newValue) }
  }

  private mutating func replace(_ path: ArraySlice<Int>, with node: DERNode) {
    guard let first = path.first else {
      self = node
      return
    }
    children[first].replace(path.dropFirst(), with: node)
  }

  private static func length(_ count: Int) -> [UInt8] {
    switch count {
    case ..<128: [UInt8(count)]
    case ..<256: [0x81, UInt8(count)]
    default: [0x82, UInt8(count >> 8), UInt8(count & 255)]
    }
  }

  private static func take(from rest: inout ArraySlice<UInt8>) throws -> DERNode {
    guard let tag = rest.popFirst(), let first = rest.popFirst() else { throw Malformed() }
    var count = Int(first)
    if first >= 128 {
      guard first <= 0x82, rest.count >= Int(first - 128) else { throw Malformed() }
      count = 0
      for _ in 0..<Int(first - 128) { count = count << 8 | Int(rest.removeFirst()) }
    }
    guard rest.count >= count else { throw Malformed() }
    var inside = rest.prefix(count)
    rest = rest.dropFirst(count)
    guard tag & 0x20 != 0 else { return DERNode(tag, bytes: Array(inside)) }
    var children: [DERNode] = []
    while !inside.isEmpty { children.append(try take(from: &inside)) }
    return DERNode(tag, children)
  }
}
