import Foundation
import SwiftASN1

/// What a time-stamping authority signs (TSTInfo, RFC 3161, 2.4.2).
struct TimestampInfo: Sendable {
  /// SHA-256 of what was stamped.
  let imprint: [UInt8]
  let time: Date
  /// Content of the INTEGER; nil where the request had none.
  let nonce: [UInt8]?
  /// DER of the Name in `tsa`, if there is one.
  let authority: [UInt8]?

  init(_ der: [UInt8]) throws {
    var info = try DERParts(DERParts.root(of: der))
    guard try Int(derEncoded: info.next()) == 1 else { throw DERDefect("version of TSTInfo") }
    _ = try ASN1ObjectIdentifier(derEncoded: info.next())
    var imprint = try DERParts(info.next())
    guard try DERParts.algorithm(imprint.next()) == OID.sha256 else {
      throw DERDefect("imprint of another digest")
    }
    self.imprint = Array(try ASN1OctetString(derEncoded: imprint.next()).bytes)
    try imprint.end()
    _ = try ArraySlice<UInt8>(derEncoded: info.next())
    time = Date(try GeneralizedTime(derEncoded: info.next()))
    if let accuracy = info.next(if: .sequence) { _ = try DERParts(accuracy) }
    if let ordering = info.next(if: .boolean) { _ = try Bool(derEncoded: ordering) }
    nonce = try info.next(if: .integer).map { Array(try ArraySlice<UInt8>(derEncoded: $0)) }
    authority = try info.next(if: .context(0)).flatMap { node -> [UInt8]? in
      let name = try DERParts.only(in: node, .context(0))
      guard name.identifier == .context(4) else { return nil }
      return Array(try DERParts.only(in: name, .context(4)).encodedBytes)
    }
    if let extensions = info.next(if: .context(1)) {
      try DERParts(extensions, .context(1)).requireNoneCritical()
    }
    try info.end()
  }
}

extension Date {
  init(_ time: GeneralizedTime) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = DateComponents(
      year: time.year, month: time.month, day: time.day, hour: time.hours, minute: time.minutes,
      second: time.seconds)
    // The type allows existing days only, so that there is a date.
    self = (calendar.date(from: parts) ?? .distantPast).addingTimeInterval(time.fractionalSeconds)
  }
}
