package import Cases

/// The sealed PDF as the public side stores it: encrypted under a key derived from the secret.
package enum HiddenPDF {
  /// In bytes.
  package static let largestPDF = 64 << 20
  private static let smallestStep = 16_384

  /// The PDF is padded with zeros first, so that the size of what is stored says little about it.
  package static func hide(
    _ pdf: [UInt8], under secret: ResultSecret
  ) throws(Problem) -> [UInt8] {
    guard (1...largestPDF).contains(pdf.count) else { throw .pdfTooLarge }
    let padding = [UInt8](repeating: 0, count: paddedSize(pdf.count) - pdf.count)
    return try HiddenBytes.hide(pdf + padding, under: secret.pdfKey, at: secret.locator)
  }

  /// The PDF again; `length` is its length as its signed record says. A change anywhere is a
  /// problem.
  package static func reveal(
    _ stored: [UInt8], under secret: ResultSecret, length: Int
  ) throws(Problem) -> [UInt8] {
    guard (1...largestPDF).contains(length),
      stored.count == paddedSize(length) + HiddenBytes.overhead
    else { throw .hiddenPDFDamaged }
    let padded = try HiddenBytes.reveal(stored, under: secret.pdfKey, at: secret.locator)
    guard padded.dropFirst(length).allSatisfy({ $0 == 0 }) else { throw .hiddenPDFDamaged }
    return Array(padded.prefix(length))
  }

  /// Steps of 16 KiB up to 128 KiB, then eight steps to every doubling: at most an eighth is added
  /// to a large file.
  package static func paddedSize(_ count: Int) -> Int {
    let largestPower = 1 << (Int.bitWidth - 1 - max(1, count).leadingZeroBitCount)
    let step = max(smallestStep, largestPower / 8)
    return (count + step - 1) / step * step
  }
}
