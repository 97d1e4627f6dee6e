/// What stands in a code behind `#`, before it is packed into digits.
///
/// The first byte is the type in its upper half and flags in its lower half. Type 1, *full*: secret
/// ‖ COSE_Sign1. Type 2, *pointer*: secret; the signed record is fetched. No flag is defined yet.
package enum CodeFrame: Sendable, Equatable {
  case full(ResultSecret, SignedRecord)
  case pointer(ResultSecret)

  /// Symbol version 15 at level M with a short host; nothing larger is made or read.
  package static let largest = 362
  private static let fullHead: UInt8 = 0x10
  private static let pointerHead: UInt8 = 0x20

  package init(decoding bytes: [UInt8]) throws(CodeFault) {
    guard let head = bytes.first else { throw .malformedURL }
    guard head == Self.fullHead || head == Self.pointerHead else { throw .newerReaderNeeded }
    guard bytes.count <= Self.largest,
      let secret = ResultSecret(bytes: bytes.dropFirst().prefix(ResultSecret.byteCount))
    else { throw .malformedURL }
    let rest = Array(bytes.dropFirst(1 + ResultSecret.byteCount))
    if head == Self.fullHead {
      self = .full(secret, try SignedRecord(decoding: rest))
    } else {
      guard rest.isEmpty else { throw .malformedURL }
      self = .pointer(secret)
    }
  }

  package var encoded: [UInt8] {
    switch self {
    case .full(let secret, let record): [Self.fullHead] + secret.bytes + record.encoded
    case .pointer(let secret): [Self.pointerHead] + secret.bytes
    }
  }

  package var secret: ResultSecret {
    switch self {
    case .full(let secret, _), .pointer(let secret): secret
    }
  }
}
