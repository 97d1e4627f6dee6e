package import Cases

/// The picture of a result's first page as the public side stores it, for browsers that show no
/// PDF: length (4 bytes, big-endian) ‖ COSE_Sign1 over the picture ‖ zeros, encrypted under a key
/// derived from the secret.
///
/// The record names no hash of it, so it carries a signature of its own by the same issuing key.
package enum HiddenPicture {
  private static let lengthBytes = 4

  package static func hide(
    _ picture: [UInt8], under secret: ResultSecret, signedBy key: IssuingKey
  ) throws(Problem) -> [UInt8] {
    let record = try key.sign(picture, as: .picture, for: secret.locator).encoded
    guard record.count <= HiddenPDF.largestPDF else { throw .pdfTooLarge }
    let length = (0..<lengthBytes).reversed().map {
      UInt8(truncatingIfNeeded: record.count >> (8 * $0))
    }
    let content = length + record
    let padding = [UInt8](
      repeating: 0, count: HiddenPDF.paddedSize(content.count) - content.count)
    return try HiddenBytes.hide(
      content + padding, under: secret.pictureKey, at: secret.locator)
  }

  /// The picture again, where `key` signed it for this result.
  package static func reveal(
    _ stored: [UInt8], under secret: ResultSecret, signedBy key: IssuingPublicKey
  ) throws(Problem) -> [UInt8] {
    let padded = try HiddenBytes.reveal(stored, under: secret.pictureKey, at: secret.locator)
    let length = padded.prefix(lengthBytes).reduce(0) { $0 << 8 | Int($1) }
    let rest = padded.dropFirst(lengthBytes)
    guard length <= rest.count, rest.dropFirst(length).allSatisfy({ $0 == 0 }),
      let record = try? SignedRecord(decoding: Array(rest.prefix(length))),
      record.isSigned(by: key, as: .picture, at: secret.locator)
    else { throw .hiddenPDFDamaged }
    return record.payload
  }
}
