/// The part of CBOR (RFC 8949) that result records use. Floats, tags and simple values are left out
/// on purpose: what no record needs, no decoder has to judge.
package indirect enum CBOR: Sendable, Equatable {
  case integer(Int64)
  case bytes([UInt8])
  case text(String)
  case array([CBOR])
  /// Decoded entries are in deterministic order; `encoded` puts any others into it.
  case map([Entry])

  package struct Entry: Sendable, Equatable {
    package var key: CBOR
    package var value: CBOR

    package init(_ key: CBOR, _ value: CBOR) {
      self.key = key
      self.value = value
    }
  }

  /// A map with integer labels, as COSE and CWT use them.
  package static func map(_ entries: [Int64: CBOR]) -> CBOR {
    .map(
      entries
        .map { Entry(.integer($0.key), $0.value) }
        .sorted { $0.key.encoded.lexicographicallyPrecedes($1.key.encoded) })
  }
}

extension CBOR {
  /// The entries of a map whose keys are all integers; nil for everything else.
  package var labelled: [Int64: CBOR]? {
    guard case .map(let entries) = self else { return nil }
    var result: [Int64: CBOR] = [:]
    for entry in entries {
      guard case .integer(let label) = entry.key else { return nil }
      result[label] = entry.value
    }
    return result
  }
}
