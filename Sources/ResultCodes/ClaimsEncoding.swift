/// Labels of the claims: 1, 4 and 6 as in CWT (RFC 8392), negative ones private to this record.
private enum Label {
  static let issuer: Int64 = 1
  static let expiry: Int64 = 4
  static let issuedAt: Int64 = 6
  static let kind: Int64 = -1
  static let number: Int64 = -2
  static let holder: Int64 = -3
  static let pdfSHA256: Int64 = -4
  static let pdfBytes: Int64 = -5
  static let status: Int64 = -6

  static let known: Set<Int64> = [
    issuer, expiry, issuedAt, kind, number, holder, pdfSHA256, pdfBytes, status,
  ]
}

extension ResultClaims {
  /// The payload that is signed.
  var encoded: [UInt8] {
    var entries: [Int64: CBOR] = [
      Label.issuer: .text(issuer), Label.issuedAt: .integer(issuedAt), Label.kind: .text(kind),
      Label.number: .text(number), Label.holder: .text(holder.text),
      Label.pdfSHA256: .bytes(pdfSHA256), Label.pdfBytes: .integer(pdfBytes),
    ]
    entries[Label.expiry] = expiresAt.map(CBOR.integer)
    entries[Label.status] = status.map { .array([.integer($0.list), .integer($0.index)]) }
    return CBOR.map(entries).encoded
  }

  /// A claim that is not known here belongs to a newer format; one that is known must be exactly as
  /// it should be.
  init(decoding payload: [UInt8]) throws(CodeFault) {
    guard let item = try? CBOR(decoding: payload), let claims = item.labelled else {
      throw .malformedClaims
    }
    guard Label.known.isSuperset(of: claims.keys) else { throw .newerReaderNeeded }
    guard case .text(let issuer) = claims[Label.issuer],
      case .integer(let issuedAt) = claims[Label.issuedAt],
      case .text(let kind) = claims[Label.kind],
      case .text(let number) = claims[Label.number],
      case .text(let holder) = claims[Label.holder],
      case .bytes(let pdfSHA256) = claims[Label.pdfSHA256],
      case .integer(let pdfBytes) = claims[Label.pdfBytes]
    else { throw .malformedClaims }
    self.init(
      issuer: issuer, issuedAt: issuedAt, expiresAt: try Self.expiry(claims[Label.expiry]),
      kind: kind, number: number, holder: MaskedHolder(signed: holder), pdfSHA256: pdfSHA256,
      pdfBytes: pdfBytes, status: try Self.status(claims[Label.status]))
    guard isPlausible else { throw .malformedClaims }
  }

  private static func expiry(_ claim: CBOR?) throws(CodeFault) -> Int64? {
    switch claim {
    case nil: return nil
    case .integer(let seconds): return seconds
    default: throw .malformedClaims
    }
  }

  private static func status(_ claim: CBOR?) throws(CodeFault) -> StatusEntry? {
    switch claim {
    case nil: return nil
    case .array(let parts):
      guard parts.count == 2, case .integer(let list) = parts[0],
        case .integer(let index) = parts[1]
      else { throw .malformedClaims }
      return StatusEntry(list: list, index: index)
    default: throw .malformedClaims
    }
  }
}
