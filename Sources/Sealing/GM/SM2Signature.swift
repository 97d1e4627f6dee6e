import SwiftASN1

/// The DER form of an SM2 signature, `SEQUENCE { r, s }` (GM/T 0009-2012, 7.3). SM2 signatures, unlike those of ECDSA, have
/// no second form that says the same; there is one encoding.
package enum SM2Signature {
  package static func isCanonical(_ signature: [UInt8]) -> Bool {
    guard let root = try? DER.parse(signature), root.identifier == .sequence,
      case .constructed(let nodes) = root.content
    else { return false }
    let numbers = Array(nodes)
    return numbers.count == 2 && numbers.allSatisfy(isPositive)
  }

  /// An INTEGER from 1 to 2^256 - 1 in as few octets as it takes; OpenSSL compares with the order of the curve.
  private static func isPositive(_ node: ASN1Node) -> Bool {
    guard node.identifier == .integer, case .primitive(let bytes) = node.content,
      let first = bytes.first, first < 0x80, bytes.count <= 33
    else { return false }
    guard first == 0 else { return true }
    return bytes.dropFirst().first.map { $0 >= 0x80 } ?? false
  }
}
